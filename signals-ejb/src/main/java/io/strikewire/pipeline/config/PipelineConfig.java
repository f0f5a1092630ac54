package io.strikewire.pipeline.config;

import static io.strikewire.pipeline.config.DecisionSetting.ADDRESS_CONFIDENCE;
import static io.strikewire.pipeline.config.DecisionSetting.ADDRESS_SIZE;
import static io.strikewire.pipeline.config.DecisionSetting.BASE_CONFIDENCE;
import static io.strikewire.pipeline.config.DecisionSetting.BASE_SIZE;
import static io.strikewire.pipeline.config.DecisionSetting.CONFLUENCE_HORIZON;
import static io.strikewire.pipeline.config.DecisionSetting.CONTEXT_RANGE;
import static io.strikewire.pipeline.config.DecisionSetting.DEFAULT_WEIGHT;
import static io.strikewire.pipeline.config.DecisionSetting.GEX_RANGE;
import static io.strikewire.pipeline.config.DecisionSetting.GEX_STALE_REDUCTION;
import static io.strikewire.pipeline.config.DecisionSetting.KELLY_FRACTION;
import static io.strikewire.pipeline.config.DecisionSetting.MAX_EXPOSURE;
import static io.strikewire.pipeline.config.DecisionSetting.MAX_SIZE;
import static io.strikewire.pipeline.config.DecisionSetting.MAX_TRIGGER_AGE;
import static io.strikewire.pipeline.config.DecisionSetting.MAX_VIX;
import static io.strikewire.pipeline.config.DecisionSetting.MIN_CONFIDENCE;
import static io.strikewire.pipeline.config.DecisionSetting.MIN_SIZE;
import static io.strikewire.pipeline.config.DecisionSetting.POSITIONING_RANGE;
import static io.strikewire.pipeline.config.DecisionSetting.POSITION_LIMIT;
import static io.strikewire.pipeline.config.DecisionSetting.SOURCE_WEIGHTS;
import static io.strikewire.pipeline.config.DecisionSetting.TOKEN_CONFIDENCE;
import static io.strikewire.pipeline.config.DecisionSetting.TOKEN_SIZE;
import static io.strikewire.pipeline.config.DecisionSetting.VIX_REDUCTION;
import static io.strikewire.pipeline.config.PipelineSetting.ATTEMPTS;
import static io.strikewire.pipeline.config.PipelineSetting.CLOCK_SKEW;
import static io.strikewire.pipeline.config.PipelineSetting.COOLDOWN;
import static io.strikewire.pipeline.config.PipelineSetting.DEDUP_WINDOW;
import static io.strikewire.pipeline.config.PipelineSetting.LEAST_ALIGNMENT;
import static io.strikewire.pipeline.config.PipelineSetting.LEAST_CONFLUENCE;
import static io.strikewire.pipeline.config.PipelineSetting.MAX_AGE;
import static io.strikewire.pipeline.config.PipelineSetting.WINDOW_END;
import static io.strikewire.pipeline.config.PipelineSetting.WINDOW_START;

import io.strikewire.config.Preset;
import io.strikewire.config.SettingsReader;
import io.strikewire.config.SettingsSection;
import io.strikewire.confluence.ConfluenceSettings;
import io.strikewire.confluence.Ratio;
import io.strikewire.decide.DecisionSettings;
import io.strikewire.decide.DecisionSettings.Cap;
import io.strikewire.decide.DecisionSettings.ConfidenceSettings;
import io.strikewire.decide.DecisionSettings.RiskSettings;
import io.strikewire.decide.DecisionSettings.SizeSettings;
import io.strikewire.decision.Decision.Versions;
import io.strikewire.signal.AuthGrade;
import io.strikewire.validate.ValidationSettings;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.eclipse.microprofile.config.ConfigProvider;

/** Reads the pipeline's settings once. What is refused keeps the service from starting. */
@Singleton
public class PipelineConfig implements SettingsSection {

  private static final String RULES_VERSION = "2";

  private final SettingsReader reader =
      new SettingsReader(
          name -> ConfigProvider.getConfig().getOptionalValue(name, String.class),
          Preset.of(environment()).defaults());
  private final PipelineSettings settings = read(reader, Preset.of(environment()));

  private static String environment() {
    return ConfigProvider.getConfig()
        .getOptionalValue("strikewire.env", String.class)
        .orElse("development");
  }

  /** The settings that a source of texts gives. */
  static PipelineSettings read(SettingsReader reader, Preset preset) {
    ConfluenceSettings weights =
        ConfluenceSettings.of(
            reader.read(SOURCE_WEIGHTS),
            reader.read(DEFAULT_WEIGHT),
            Optional.of(Duration.ofMinutes(reader.read(CONFLUENCE_HORIZON))));
    Duration clockSkew = Duration.ofSeconds(reader.read(CLOCK_SKEW));
    return new PipelineSettings(
        new ValidationSettings(
            Duration.ofSeconds(reader.read(COOLDOWN)),
            reader.read(WINDOW_START),
            reader.read(WINDOW_END),
            Duration.ofMinutes(reader.read(MAX_AGE)),
            clockSkew,
            Ratio.of(reader.read(LEAST_ALIGNMENT)),
            Ratio.of(reader.read(LEAST_CONFLUENCE)),
            weights),
        decision(reader, weights, clockSkew),
        Duration.ofSeconds(reader.read(DEDUP_WINDOW)),
        preset == Preset.PRODUCTION,
        reader.read(ATTEMPTS));
  }

  private static DecisionSettings decision(
      SettingsReader reader, ConfluenceSettings weights, Duration clockSkew) {
    return new DecisionSettings(
        new ConfidenceSettings(
            reader.read(BASE_CONFIDENCE).doubleValue(),
            reader.read(MIN_CONFIDENCE).doubleValue(),
            reader.read(CONTEXT_RANGE).doubleValue(),
            reader.read(POSITIONING_RANGE).doubleValue(),
            reader.read(GEX_RANGE).doubleValue(),
            reader.read(GEX_STALE_REDUCTION).doubleValue()),
        new SizeSettings(
            reader.read(BASE_SIZE),
            reader.read(KELLY_FRACTION).doubleValue(),
            reader.read(MIN_SIZE),
            reader.read(MAX_SIZE),
            reader.read(POSITION_LIMIT)),
        new RiskSettings(
            reader.read(MAX_VIX).doubleValue(),
            reader.read(VIX_REDUCTION).doubleValue(),
            reader.read(MAX_EXPOSURE)),
        weights,
        Duration.ofSeconds(reader.read(MAX_TRIGGER_AGE)),
        clockSkew,
        Map.of(
            AuthGrade.TOKEN,
            new Cap(reader.read(TOKEN_CONFIDENCE).doubleValue(), reader.read(TOKEN_SIZE)),
            AuthGrade.TOKEN_AND_ADDRESS,
            new Cap(reader.read(ADDRESS_CONFIDENCE).doubleValue(), reader.read(ADDRESS_SIZE))));
  }

  /** The settings in force. */
  @Produces
  @Dependent
  PipelineSettings settings() {
    return settings;
  }

  /** What a decision made now names as its rules and settings. */
  @Produces
  @Dependent
  Versions versions() {
    CRC32 checksum = new CRC32();
    checksum.update(new TreeMap<>(reader.effective()).toString().getBytes(StandardCharsets.UTF_8));
    return new Versions(RULES_VERSION, Long.toHexString(checksum.getValue()));
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
