package io.strikewire.deploy.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.strikewire.deploy.observe.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be known of the recipes on a machine that has none of the platforms they are for. */
class RecipesTest {

  private static final Path CONTAINER = Path.of("container", "Containerfile");

  @TempDir private Path home;

  @Test
  void fly_is_told_where_the_service_listens_and_how_much_memory_it_has() throws Exception {
    JsonNode fly = new TomlMapper().readTree(Path.of("fly", "fly.toml").toFile());
    assertThat(names(fly))
        .containsExactlyInAnyOrder(
            "app",
            "primary_region",
            "kill_signal",
            "kill_timeout",
            "build",
            "env",
            "mounts",
            "http_service",
            "metrics",
            "vm");
    int port = fly.at("/http_service/internal_port").asInt();
    assertThat(port)
        .isEqualTo(fly.at("/env/PORT").asInt())
        .isEqualTo(fly.at("/metrics/port").asInt());
    assertThat(fly.at("/http_service/force_https").asBoolean()).isTrue();
    assertThat(fly.at("/http_service/checks/0/path").asText()).isEqualTo("/health");
    assertThat(fly.at("/env/APP_ENV").asText()).isEqualTo("production");
    assertThat(fly.at("/vm/0/memory").asText()).isEqualTo("512mb");
    assertThat(Path.of("fly", fly.at("/build/dockerfile").asText())).exists();
    assertThat(Path.of(fly.at("/mounts/destination").asText()))
        .isEqualTo(Path.of(instructions().get("VOLUME").get(0)));
    assertThat(fly.toString()).doesNotContainIgnoringCase("secret\":");
  }

  @Test
  void compose_has_the_service_its_database_its_scraper_and_a_proxy_and_shows_only_the_proxy()
      throws Exception {
    JsonNode compose = new YAMLMapper().readTree(Path.of("compose.yml").toFile());
    JsonNode services = compose.get("services");
    assertThat(names(services))
        .containsExactlyInAnyOrder("strikewire", "database", "prometheus", "proxy");
    assertThat(services.at("/strikewire/read_only").asBoolean()).isTrue();
    assertThat(services.at("/strikewire/ports").isMissingNode()).isTrue();
    assertThat(services.at("/database/ports").isMissingNode()).isTrue();
    assertThat(services.at("/prometheus/ports/0").asText()).startsWith("127.0.0.1:");
    assertThat(services.at("/strikewire/mem_limit").asText()).isEqualTo("512m");
    for (JsonNode service : services) {
      service
          .at("/volumes")
          .forEach(
              mount ->
                  assertThat(names(compose.get("volumes"))).contains(mount.asText().split(":")[0]));
      service
          .at("/networks")
          .forEach(net -> assertThat(names(compose.get("networks"))).contains(net.asText()));
      assertThat(service.has("image") ^ service.has("build")).isTrue();
    }
    assertThat(Path.of(compose.at("/configs/rules/file").asText())).exists();
    Path context = Path.of(services.at("/strikewire/build/context").asText());
    assertThat(context.resolve(services.at("/strikewire/build/dockerfile").asText())).exists();
    // A variable that is not set stops compose instead of becoming an empty secret.
    assertThat(Files.readString(Path.of("compose.yml"))).doesNotContainPattern("\\$\\{\\w+}");
  }

  @Test
  void the_container_runs_as_nobody_in_particular_and_copies_what_the_build_leaves()
      throws Exception {
    Map<String, List<String>> instructions = instructions();
    assertThat(instructions.keySet())
        .isSubsetOf(
            "FROM",
            "RUN",
            "COPY",
            "ENV",
            "USER",
            "WORKDIR",
            "VOLUME",
            "EXPOSE",
            "STOPSIGNAL",
            "HEALTHCHECK",
            "ENTRYPOINT");
    assertThat(instructions.get("USER")).containsOnly("10001:10001");
    assertThat(instructions.get("HEALTHCHECK").get(0)).contains("/health");
    for (String copy : instructions.get("COPY")) {
      if (copy.startsWith("--from=")) {
        continue;
      }
      List<String> words =
          Arrays.stream(copy.split(" ")).filter(word -> !word.startsWith("--")).toList();
      for (String source : words.subList(0, words.size() - 1)) {
        if (!source.endsWith(".jar")) {
          assertThat(Path.of("..", source)).exists();
        }
      }
    }
    assertThat(instructions.get("ENV").get(0)).contains("@/opt/strikewire/java.options");
  }

  @Test
  void this_machines_java_takes_the_options_of_the_container() throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    assertThat(said(java, "@container/java.options", "-version")).contains("64-Bit");
  }

  @Test
  void systemd_takes_the_unit_and_finds_it_little_exposed() throws Exception {
    Tools.need("systemd-analyze");
    Path unit = home.resolve("strikewire.service");
    String recipe = Files.readString(Path.of("systemd", "strikewire.service"));
    // What is installed with it is not there yet.
    Files.writeString(
        unit, recipe.replaceFirst("/usr/bin/java", Matcher.quoteReplacement("/bin/true")));
    assertThat(said("systemd-analyze", "verify", unit.toString())).isBlank();
    Matcher level =
        Pattern.compile("exposure level for \\S+: ([0-9.]+)")
            .matcher(
                said(
                    "systemd-analyze",
                    "security",
                    "--offline=true",
                    "--no-pager",
                    unit.toString()));
    assertThat(level.find()).isTrue();
    assertThat(Double.parseDouble(level.group(1))).isLessThan(2);
    assertThat(recipe)
        .contains("java @/opt/strikewire/java.options -jar /opt/strikewire/strikewire.jar");
  }

  private static Map<String, List<String>> instructions() throws IOException {
    Map<String, List<String>> instructions = new TreeMap<>();
    String text = Files.readString(CONTAINER).replaceAll("(?m)^#.*\n", "").replace("\\\n", " ");
    for (String line : text.lines().filter(line -> !line.isBlank()).toList()) {
      String[] parts = line.strip().replaceAll("\\s+", " ").split(" ", 2);
      instructions.computeIfAbsent(parts[0], name -> new ArrayList<>()).add(parts[1]);
    }
    return instructions;
  }

  private static TreeSet<String> names(JsonNode node) {
    TreeSet<String> names = new TreeSet<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private String said(String... command) throws Exception {
    Path output = home.resolve("said");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    String said = Files.readString(output);
    assertThat(process.exitValue()).as(said).isZero();
    return said;
  }
}
