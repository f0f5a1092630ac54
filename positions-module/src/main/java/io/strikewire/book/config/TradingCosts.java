package io.strikewire.book.config;

import io.strikewire.broker.PaperBroker;
import io.strikewire.config.Setting;
import io.strikewire.config.Settings;
import io.strikewire.config.SettingsReader;
import io.strikewire.config.SettingsSection;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/** Reads what trading costs, once. */
@Singleton
public class TradingCosts implements SettingsSection {

  private static final Setting<BigDecimal> COMMISSION =
      Settings.decimal(
          "strikewire.positions.commission-per-contract",
          "",
          "0.65",
          "0",
          "100",
          "Commission in USD for each contract bought or sold.");
  private static final Setting<BigDecimal> FEE =
      Settings.decimal(
          "strikewire.positions.fee-per-contract",
          "",
          "0.02",
          "0",
          "100",
          "Exchange and regulatory fee in USD for each contract bought or sold.");

  private final SettingsReader reader =
      new SettingsReader(name -> ConfigProvider.getConfig().getOptionalValue(name, String.class));
  private final PaperBroker broker = new PaperBroker(reader.read(COMMISSION), reader.read(FEE));

  /** The broker, which fills on paper. */
  @Produces
  @Dependent
  PaperBroker broker() {
    return broker;
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
