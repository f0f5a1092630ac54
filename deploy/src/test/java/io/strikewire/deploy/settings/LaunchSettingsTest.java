package io.strikewire.deploy.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.strikewire.deploy.settings.LaunchSettings.Reading.Mistaken;
import io.strikewire.deploy.settings.LaunchSettings.Reading.Sound;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LaunchSettingsTest {

  @Test
  void nothing_set_is_development_on_loopback() {
    LaunchSettings settings = ((Sound) read(Map.of())).settings();
    assertThat(settings.environment()).isEqualTo("development");
    assertThat(settings.host()).isEqualTo("127.0.0.1");
    assertThat(settings.port()).isEqualTo(8080);
    assertThat(settings.database()).isEmpty();
  }

  @Test
  void production_names_every_mistake_at_once() {
    Mistaken mistaken =
        (Mistaken)
            read(
                Map.of(
                    "NODE_ENV", "production",
                    "PORT", "http",
                    "DATABASE_URL", "mysql://x",
                    "STRIKEWIRE_CLOCK", "2026-11-23T15:00:00Z"));
    assertThat(mistaken.mistakes())
        .extracting(line -> line.substring(0, line.indexOf(':')))
        .containsExactlyInAnyOrder(
            "PORT", "DATABASE_URL", "WEBHOOK_SECRET", "ADMIN_API_KEY", "STRIKEWIRE_CLOCK");
  }

  @Test
  void a_list_of_secrets_is_a_rotation() {
    assertThat(((Sound) read(Map.of("WEBHOOK_SECRET", "new, old"))).settings().secrets())
        .containsExactly("new", "old");
  }

  @ParameterizedTest
  @CsvSource({
    "jdbc:postgresql://db/app?user=me&password=s%40crt, jdbc:postgresql://db/app",
    "'jdbc:postgresql://a:1,b:2/app?user=me&sslmode=require&password=s%40crt',"
        + " 'jdbc:postgresql://a:1,b:2/app?sslmode=require'",
    "postgres://db/app?password=s%40crt&user=me, jdbc:postgresql://db:5432/app",
    "postgres://me:s%40crt@db/app?user=other&password=x, jdbc:postgresql://db:5432/app"
  })
  void who_we_are_may_stand_in_the_query(String url, String jdbcUrl) {
    DatabaseUrl read = DatabaseUrl.parse(url).orElseThrow();
    assertThat(read.jdbcUrl()).isEqualTo(jdbcUrl);
    assertThat(read.user()).isEqualTo("me");
    assertThat(read.password()).isEqualTo("s@crt");
  }

  @Test
  void without_a_name_we_are_who_runs_the_process() {
    assertThat(DatabaseUrl.parse("jdbc:postgresql:app").orElseThrow().user())
        .isEqualTo(System.getProperty("user.name"));
  }

  @Test
  void a_database_url_never_shows_its_password() {
    assertThat(DatabaseUrl.parse("postgres://me:s%40crt@db:6543/app?sslmode=require").orElseThrow())
        .hasToString("jdbc:postgresql://db:6543/app?sslmode=require")
        .extracting(DatabaseUrl::password)
        .isEqualTo("s@crt");
  }

  @Test
  void nothing_is_traced_without_an_endpoint_and_with_one_by_http_unless_said_otherwise() {
    assertThat(((Sound) read(Map.of("OTEL_SERVICE_NAME", "x"))).settings().traces()).isEmpty();
    Map<String, String> variables =
        Map.of(
            "OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector:4318",
            "OTEL_EXPORTER_OTLP_PROTOCOL", "grpc");
    TraceEndpoint traces = ((Sound) read(variables)).settings().traces().orElseThrow();
    assertThat(traces.properties(variables))
        .containsEntry("otel.sdk.disabled", "false")
        .containsEntry("otel.metrics.exporter", "none")
        .containsEntry("otel.exporter.otlp.endpoint", "http://collector:4318")
        .doesNotContainKey("otel.exporter.otlp.protocol");
    assertThat(traces.properties(Map.of()))
        .containsEntry("otel.exporter.otlp.protocol", "http/protobuf");
  }

  @Test
  void an_endpoint_that_is_no_address_is_named() {
    Mistaken mistaken = (Mistaken) read(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", "collector:4318"));
    assertThat(mistaken.mistakes())
        .containsExactly(
            "OTEL_EXPORTER_OTLP_ENDPOINT: an http or https address is accepted,"
                + " was \"collector:4318\"");
  }

  @Property(tries = 1000)
  void any_port_in_range_and_any_database_name_is_read(
      @ForAll @IntRange(min = 1, max = 65535) int port,
      @ForAll @AlphaChars @StringLength(min = 1, max = 20) String name) {
    assertThat(DatabaseUrl.parse("postgresql://u@h:" + port + "/" + name).orElseThrow().jdbcUrl())
        .isEqualTo("jdbc:postgresql://h:" + port + "/" + name);
  }

  private static LaunchSettings.Reading read(Map<String, String> variables) {
    return LaunchSettings.read(Optional.empty(), Optional.empty(), variables);
  }
}
