package io.strikewire.pipeline.cdi;

import io.strikewire.pipeline.Precedence;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** One order of precedence for the whole instance. */
@Dependent
public class PrecedenceProducer {

  @Produces
  @Singleton
  Precedence precedence() {
    return new Precedence();
  }
}
