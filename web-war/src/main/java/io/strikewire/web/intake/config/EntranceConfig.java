package io.strikewire.web.intake.config;

import io.strikewire.config.SettingsReader;
import io.strikewire.config.SettingsSection;
import io.strikewire.inbox.SenderTokens;
import io.strikewire.web.access.Network;
import io.strikewire.web.intake.RateLimits;
import io.strikewire.web.intake.Secrets;
import io.strikewire.web.intake.Senders;
import io.strikewire.web.intake.Signatures;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/** Reads the entrance's settings once. What is refused keeps the service from starting. */
@Singleton
public class EntranceConfig implements SettingsSection {

  private final SettingsReader reader =
      new SettingsReader(name -> ConfigProvider.getConfig().getOptionalValue(name, String.class));
  private final int perSender = reader.read(EntranceSetting.RATE_PER_SENDER);
  private final int total = reader.read(EntranceSetting.RATE_IN_TOTAL);
  private final TrustedProxies proxies =
      new TrustedProxies(reader.read(EntranceSetting.TRUSTED_PROXIES));

  /** Proxies whose word about addresses counts. */
  public record TrustedProxies(List<Network> networks) {}

  @Produces
  @Dependent
  TrustedProxies proxies() {
    return proxies;
  }

  @Produces
  @Singleton
  RateLimits rates() {
    return text("strikewire.env", "development").equals("development")
        ? new RateLimits(0, 0)
        : new RateLimits(perSender, total);
  }

  @Produces
  @Singleton
  Signatures signatures() {
    return new Signatures(secrets());
  }

  @Produces
  @Singleton
  Senders senders(SenderTokens tokens) {
    return new Senders(secrets(), tokens);
  }

  private static Secrets secrets() {
    return Secrets.parse(text("strikewire.webhook.secrets", ""));
  }

  private static String text(String name, String otherwise) {
    return ConfigProvider.getConfig().getOptionalValue(name, String.class).orElse(otherwise);
  }

  @Override
  public List<String> problems() {
    return reader.problems();
  }

  @Override
  public Map<String, String> effective() {
    return reader.effective();
  }
}
