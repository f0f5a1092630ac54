package io.strikewire.deploy.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The page in the machine's own Chromium. */
@ExtendWith(SharedStrikewire.class)
class PageIT {

  static final Optional<Path> CHROMIUM =
      Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
          .map(Path::of)
          .filter(Files::isExecutable)
          .findFirst();

  private final Alerts alerts;
  private Playwright playwright;
  private Page page;

  PageIT(Alerts alerts) {
    this.alerts = alerts;
  }

  @BeforeEach
  void open() {
    assumeTrue(CHROMIUM.isPresent(), "the page is not tested: this machine has no Chromium");
    playwright = ofThisMachine();
    page = blank(playwright);
    page.navigate(alerts.strikewire().url() + "/");
  }

  /** Without a browser of its own. */
  static Playwright ofThisMachine() {
    return Playwright.create(
        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
  }

  /** An empty page in the machine's Chromium, which there has to be. */
  static Page blank(Playwright playwright) {
    Browser browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(CHROMIUM.orElseThrow())
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
    return browser.newPage(new Browser.NewPageOptions().setViewportSize(1280, 900));
  }

  @AfterEach
  void close() {
    if (playwright != null) {
      playwright.close();
    }
  }

  @Test
  void a_posted_signal_appears_by_itself_and_shows_its_route_and_its_reasons() throws Exception {
    assertThat(page.locator("#link")).hasText("live");
    alerts.report(14.8);
    String id = alerts.accepted(alerts.entry("XLE", ",\"premium\":2.1"));
    Locator row = page.locator("#signals tr", new Page.LocatorOptions().setHasText("XLE"));
    assertThat(row).containsText("ACCEPTED");
    row.getByRole(com.microsoft.playwright.options.AriaRole.BUTTON).click();
    assertThat(page.locator("#detail-id")).hasText(id);
    assertThat(page.locator("#route")).containsText("DECIDE");
    assertThat(page.locator("#decision")).containsText("ENTER");
    assertThat(page.locator("#reasoning")).containsText("VIX");
    assertThat(page.locator("#positions")).containsText("XLE261218C00500000");
    page.screenshot(
        new Page.ScreenshotOptions().setPath(Path.of("target", "page.png")).setFullPage(true));
  }

  @Test
  void a_rejected_signal_says_why_and_a_hostile_symbol_is_only_text() throws Exception {
    String id =
        alerts.accepted(
            "{\"symbol\":\"XLB\",\"direction\":\"CALL\",\"timeframe\":\"5m\","
                + "\"source\":\"<img src=x onerror=document.title='owned'>\","
                + "\"timestamp\":\"2024-01-29T12:00:00Z\"}");
    alerts.decided(id);
    Locator row = page.locator("#signals tr", new Page.LocatorOptions().setHasText("XLB"));
    assertThat(row).containsText("TOO_OLD");
    assertThat(page).hasTitle("Strikewire");
  }

  @Test
  void a_held_strategy_is_shown_with_its_reason_and_released_by_a_click() throws Exception {
    byte[] wish = "{\"strategy\":\"shown\",\"reason\":\"just looking\"}".getBytes(UTF_8);
    alerts.strikewire().post("/holds", wish);
    Locator row = page.locator("#holds tr", new Page.LocatorOptions().setHasText("shown"));
    assertThat(row).containsText("just looking");
    row.getByRole(com.microsoft.playwright.options.AriaRole.BUTTON).click();
    assertThat(row).hasCount(0);
  }
}
