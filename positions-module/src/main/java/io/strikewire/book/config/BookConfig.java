package io.strikewire.book.config;

import io.strikewire.book.BookSettings;
import io.strikewire.book.BookSettings.BrakeRules;
import io.strikewire.book.BookSettings.OrderPatience;
import io.strikewire.book.EntryOrder;
import io.strikewire.broker.PaperSettings;
import io.strikewire.config.Preset;
import io.strikewire.config.SettingsReader;
import io.strikewire.config.SettingsSection;
import io.strikewire.contract.ContractPolicy;
import io.strikewire.contract.Liquidity;
import io.strikewire.exit.ExitSettings;
import io.strikewire.mark.Marks;
import io.strikewire.position.MarkFreshness;
import io.strikewire.risk.RiskLimit;
import io.strikewire.risk.RiskLimits;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.ConfigProvider;

/** Reads the book's settings once. What is refused keeps the service from starting. */
@Singleton
public class BookConfig implements SettingsSection {

  private final SettingsReader reader;
  private final BookSettings settings;

  /** Reads the configuration of the process. */
  public BookConfig() {
    this(
        name -> ConfigProvider.getConfig().getOptionalValue(name, String.class),
        Preset.of(
            ConfigProvider.getConfig()
                .getOptionalValue("strikewire.env", String.class)
                .orElse("development")));
  }

  BookConfig(Function<String, Optional<String>> source, Preset preset) {
    reader = new SettingsReader(source, preset.defaults());
    Liquidity liquidity =
        new Liquidity(
            reader.read(BookSetting.MAX_SPREAD),
            reader.read(BookSetting.MIN_SPREAD),
            Duration.ofSeconds(reader.read(BookSetting.QUOTE_AGE)));
    RiskLimits limits = limits();
    settings =
        new BookSettings(
            paper(),
            new EntryOrder(limits, liquidity, limitOffset()),
            new ContractPolicy(
                reader.read(ExitSetting.EXPIRY), reader.read(ExitSetting.STRIKE), liquidity),
            new Marks(Duration.ofSeconds(reader.read(BookSetting.MARK_AGE))),
            exits(),
            new OrderPatience(
                Duration.ofSeconds(reader.read(BookSetting.ENTRY_LIFE)),
                Duration.ofMillis(reader.read(BookSetting.RECONCILE))),
            new BrakeRules(
                limits.limits().get(RiskLimit.DAILY_LOSS),
                reader.read(BookSetting.MAX_UNKNOWN),
                Duration.ofSeconds(reader.read(BookSetting.UNKNOWN_FOR))),
            Duration.ofMillis(reader.read(BookSetting.EXITS_EVERY)),
            Duration.ofSeconds(reader.read(BookSetting.CHECKED_EVERY)));
  }

  private PaperSettings paper() {
    return new PaperSettings(
        reader.read(BookSetting.COMMISSION),
        reader.read(BookSetting.FEE),
        reader.read(BookSetting.SLIPPAGE),
        Duration.ofMillis(reader.read(BookSetting.LATENCY)),
        reader.read(BookSetting.PARTIAL),
        reader.read(BookSetting.REJECT),
        reader.read(BookSetting.LOST_BEFORE),
        reader.read(BookSetting.LOST_AFTER),
        reader.read(BookSetting.UNREACHABLE),
        reader.read(BookSetting.REPEAT));
  }

  private Optional<BigDecimal> limitOffset() {
    BigDecimal offset = reader.read(BookSetting.LIMIT_OFFSET);
    return reader.read(BookSetting.ENTRY_TYPE).equals("LIMIT")
        ? Optional.of(offset)
        : Optional.empty();
  }

  private RiskLimits limits() {
    return new RiskLimits(
        Map.of(
            RiskLimit.CONTRACTS_PER_POSITION,
            BigDecimal.valueOf(reader.read(BookSetting.MAX_SIZE)),
            RiskLimit.CONTRACTS_PER_SYMBOL,
            BigDecimal.valueOf(reader.read(BookSetting.MAX_PER_SYMBOL)),
            RiskLimit.TOTAL_EXPOSURE,
            reader.read(BookSetting.MAX_EXPOSURE),
            RiskLimit.OPEN_POSITIONS,
            BigDecimal.valueOf(reader.read(BookSetting.MAX_POSITIONS)),
            RiskLimit.DAILY_LOSS,
            reader.read(BookSetting.MAX_LOSS),
            RiskLimit.ORDERS_PER_MINUTE,
            BigDecimal.valueOf(reader.read(BookSetting.MAX_ORDERS)),
            RiskLimit.PRICE_COLLAR,
            reader.read(BookSetting.COLLAR)));
  }

  private ExitSettings exits() {
    return new ExitSettings(
        reader.read(ExitSetting.PROFIT_TARGET),
        reader.read(ExitSetting.STOP_LOSS),
        Duration.ofMinutes(reader.read(ExitSetting.GEX_AGE)),
        reader.read(BookSetting.TIME_EXIT),
        reader.read(ExitSetting.BEFORE_EARLY_CLOSE),
        reader.read(ExitSetting.PARTIALS),
        reader.read(ExitSetting.TRAILING),
        reader.read(ExitSetting.DAYS_TO_EXPIRY),
        reader.read(ExitSetting.MAX_HOLDING));
  }

  /** The settings in force. */
  @Produces
  @Dependent
  BookSettings settings() {
    return settings;
  }

  /** Judges marks by the same age as exits do. */
  @Produces
  @Dependent
  MarkFreshness freshness() {
    return (position, now) -> settings.marks().isFresh(position.mark().at(), now);
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
