package io.strikewire.gex.config;

import io.strikewire.config.Setting;
import io.strikewire.config.Settings;
import io.strikewire.config.SettingsReader;
import io.strikewire.config.SettingsSection;
import io.strikewire.gex.GexProfile.Convention;
import io.strikewire.gex.SignConvention;
import io.strikewire.signal.Symbol;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;

/** How old quotes and chains may be, how they are valued, and where they come from; read once. */
@Singleton
public class GexSettings implements SettingsSection {

  private static final Setting<Integer> QUOTE_AGE =
      Settings.whole(
          "strikewire.gex.quote-max-age-minutes",
          "",
          20,
          1,
          1_440,
          "Oldest chain whose quotes still price an option, in minutes; delayed files are 15 old.");
  private static final Setting<Integer> STALE =
      Settings.whole(
          "strikewire.gex.max-stale-minutes",
          "GEX_MAX_STALE_MINUTES",
          240,
          1,
          10_080,
          "Age at which a gamma signal loses part of its weight, in minutes.");
  private static final Setting<Integer> DAY_COUNT =
      new Setting<>(
          "strikewire.gex.day-count",
          Optional.empty(),
          "252",
          "252, 262 or 365",
          "Trading days per year that a chain is valued with.",
          text ->
              new Convention(SignConvention.LONG_CALLS_SHORT_PUTS, Integer.parseInt(text), 60)
                  .dayCount());
  private static final Setting<Integer> LEVELS =
      Settings.whole(
          "strikewire.gex.levels", "", 60, 2, 2_000, "Spots at which a profile is evaluated.");
  private static final Setting<SignConvention> SIGN =
      new Setting<>(
          "strikewire.gex.sign",
          Optional.empty(),
          SignConvention.LONG_CALLS_SHORT_PUTS.name(),
          "one of " + Arrays.toString(SignConvention.values()),
          "Which side of calls and puts dealers are taken to be on.",
          SignConvention::valueOf);
  private static final Setting<String> PROVIDER =
      new Setting<>(
          "strikewire.gex.provider-url",
          Optional.empty(),
          "none",
          "none, or an http or https address",
          "Base address of the delayed-quote files that refreshes fetch.",
          GexSettings::address);
  private static final Setting<List<Symbol>> SYMBOLS =
      new Setting<>(
          "strikewire.gex.refresh-symbols",
          Optional.empty(),
          "none",
          "none, or tickers between commas",
          "Underlyings whose chains are refreshed in market hours.",
          GexSettings::symbols);
  private static final Setting<Integer> EVERY =
      Settings.whole(
          "strikewire.gex.refresh-minutes", "", 15, 1, 1_440, "Minutes between two refreshes.");

  private final SettingsReader reader =
      new SettingsReader(name -> ConfigProvider.getConfig().getOptionalValue(name, String.class));
  private final Duration quoteAge = Duration.ofMinutes(reader.read(QUOTE_AGE));
  private final Duration staleAfter = Duration.ofMinutes(reader.read(STALE));
  private final Convention convention =
      new Convention(reader.read(SIGN), reader.read(DAY_COUNT), reader.read(LEVELS));
  private final String provider = reader.read(PROVIDER);
  private final List<Symbol> refreshed = reader.read(SYMBOLS);
  private final Duration refreshEvery = Duration.ofMinutes(reader.read(EVERY));

  private static String address(String text) {
    if (text.equals("none")) {
      return "";
    }
    String scheme = String.valueOf(URI.create(text).getScheme());
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw new IllegalArgumentException(text);
    }
    return text;
  }

  private static List<Symbol> symbols(String text) {
    return text.equals("none")
        ? List.of()
        : Arrays.stream(text.split(","))
            .map(
                ticker ->
                    Symbol.parse(ticker).orElseThrow(() -> new IllegalArgumentException(ticker)))
            .toList();
  }

  /** Oldest chain whose quotes still price an option. */
  public Duration quoteAge() {
    return quoteAge;
  }

  /** Age at which a gamma signal becomes stale. */
  public Duration staleAfter() {
    return staleAfter;
  }

  /** How chains are valued when they arrive. */
  public Convention convention() {
    return convention;
  }

  /** Base address of the chain provider; empty when there is none. */
  public String provider() {
    return provider;
  }

  /** Underlyings refreshed by schedule. */
  public List<Symbol> refreshed() {
    return refreshed;
  }

  /** Time between two refreshes. */
  public Duration refreshEvery() {
    return refreshEvery;
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
