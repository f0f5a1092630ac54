package io.strikewire.web.intake.http;

import io.strikewire.web.intake.Signatures;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Gives out the check against the configured secrets. */
@Dependent
public class SignaturesProducer {

  @Produces
  @Singleton
  Signatures signatures(
      @ConfigProperty(name = "strikewire.webhook.secrets") Optional<String> secrets) {
    return new Signatures(secrets.orElse(""));
  }
}
