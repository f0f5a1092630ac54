package io.strikewire.web.reading.http;

import io.strikewire.config.SettingsSection;
import io.strikewire.web.start.SoundSettings;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Reads the configuration in force. */
@Path("/config")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ConfigResource {

  @Inject @Any Instance<SettingsSection> sections;

  /** Every setting; secrets are not among them. */
  @GET
  public ConfigView effective() {
    return new ConfigView(SoundSettings.of(sections.stream().toList()).effective());
  }
}
