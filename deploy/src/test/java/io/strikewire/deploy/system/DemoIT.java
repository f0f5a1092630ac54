package io.strikewire.deploy.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.restassured.path.json.JsonPath;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --demo}: the whole system alive, and nothing of it to be taken for real. */
class DemoIT {

  /** In which a newcomer is to see everything, from the moment the page answers. */
  private static final Duration A_MINUTE = Duration.ofSeconds(60);

  @TempDir private Path home;

  @Test
  void within_a_minute_every_part_shows_something_and_says_that_it_is_a_demo() throws Exception {
    Path real = Files.createDirectories(home.resolve("data"));
    Files.writeString(real.resolve("kept"), "of the real service");
    try (RunningStrikewire demo = RunningStrikewire.start(real, Map.of(), "--demo")) {
      await()
          .atMost(A_MINUTE)
          .untilAsserted(
              () -> {
                assertThat(list(demo, "/decisions", "decision")).contains("ENTER", "REJECT");
                JsonPath positions = JsonPath.from(demo.get("/positions").body());
                assertThat(positions.getList("items.findAll { !it.is_closed && it.mark_fresh }"))
                    .isNotEmpty();
                assertThat(positions.getList("items.findAll { it.unrealized_pnl != 0 }.occ_symbol"))
                    .isNotEmpty();
                for (String symbol : List.of("SPX", "RUT")) {
                  JsonPath gex = JsonPath.from(demo.get("/gex/" + symbol).body());
                  assertThat(gex.getInt("contracts")).isPositive();
                  assertThat(gex.getLong("ageSeconds")).isLessThan(600);
                }
                JsonPath context = JsonPath.from(demo.get("/context").body());
                assertThat(context.getString("freshness")).isEqualTo("FRESH");
                assertThat(context.getDouble("vix")).isBetween(24.18, 25.05);
              });
      HttpResponse<String> health = demo.get("/health");
      assertThat(JsonPath.from(health.body()).getBoolean("demo")).isTrue();
      assertThat(JsonPath.from(health.body()).getString("status")).isEqualTo("healthy");
      HttpResponse<String> signals = demo.get("/signals");
      assertThat(signals.headers().firstValue("x-strikewire-demo")).contains("true");
      assertThat(list(demo, "/signals", "source")).containsOnly("DEMO");
      Path own = home.resolve("data-demo");
      assertThat(Files.readAllLines(own.resolve("logs/strikewire.0.log")))
          .filteredOn(line -> line.contains("\"outcome\""))
          .isNotEmpty()
          .allMatch(line -> line.contains("\"demo\":true"));
      assertThat(demo.get("/").body()).contains("id=\"demo\"");
      show(demo);
      try (var files = Files.list(real)) {
        // console.log is this test's own.
        assertThat(files.map(file -> file.getFileName().toString()))
            .containsOnly("kept", "console.log");
      }
    }
    RunningStrikewire.Ended mistaken =
        RunningStrikewire.run(Map.of(), "--data", home.resolve("data-demo").toString());
    assertThat(mistaken.code()).isEqualTo(2);
    assertThat(mistaken.said()).contains("is a demo's");
  }

  @Test
  void it_refuses_production_a_named_database_and_a_directory_that_is_not_its_own()
      throws Exception {
    RunningStrikewire.Ended production =
        RunningStrikewire.run(
            Map.of(
                "APP_ENV",
                "production",
                "WEBHOOK_SECRET",
                "s",
                "ADMIN_API_KEY",
                "k",
                "DATABASE_URL",
                "postgres://a:b@127.0.0.1:1/none"),
            "--demo",
            "--demo-pace",
            "0",
            "--data",
            home.resolve("refused").toString());
    assertThat(production.code()).isEqualTo(2);
    assertThat(production.said())
        .contains(
            "--demo: not allowed in production", "DATABASE_URL", "WEBHOOK_SECRET", "--demo-pace");
    Path taken = Files.createDirectories(home.resolve("other-demo"));
    Files.writeString(taken.resolve("precious"), "not a demo's");
    RunningStrikewire.Ended other =
        RunningStrikewire.run(
            Map.of("PORT", "18080"), "--demo", "--data", home.resolve("other").toString());
    assertThat(other.code()).isEqualTo(1);
    assertThat(other.said()).contains("precious");
    assertThat(taken.resolve("precious")).exists();
  }

  /** The page as a newcomer sees it; docs/images/demo.png is one of these. */
  private static void show(RunningStrikewire demo) {
    if (PageIT.CHROMIUM.isEmpty()) {
      return;
    }
    try (Playwright playwright = PageIT.ofThisMachine()) {
      Page page = PageIT.blank(playwright);
      page.navigate(demo.url() + "/");
      PlaywrightAssertions.assertThat(page.locator("#demo")).isVisible();
      PlaywrightAssertions.assertThat(page).hasTitle("Strikewire DEMO");
      PlaywrightAssertions.assertThat(page.locator("#positions tr").first()).containsText("2212");
      PlaywrightAssertions.assertThat(page.locator("#context")).containsText("FRESH");
      page.screenshot(
          new Page.ScreenshotOptions().setPath(Path.of("target", "demo.png")).setFullPage(true));
    }
  }

  private static List<String> list(RunningStrikewire demo, String path, String field)
      throws Exception {
    return JsonPath.from(demo.get(path).body()).getList("items." + field, String.class);
  }
}
