package io.strikewire.deploy.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Every endpoint asked with every kind of key. */
record ScopedAccess(
    RunningStrikewire strikewire,
    DataSource database,
    Map<String, String> environment,
    String key) {

  private static final Path TABLE =
      Path.of("..", "web-war", "src", "test", "resources", "endpoints.txt");
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String STRANGER = "203.0.113.77";

  void check() throws Exception {
    String read = create("--name", "dashboard of the desk", "--scope", "read");
    String trade = "swk_" + "B".repeat(43);
    store(trade, "TRADE", "1 day");
    String expired = "swk_" + "C".repeat(43);
    store(expired, "ADMIN", "-1 day");
    assertHashed(read);
    List<String> rows =
        Files.readAllLines(TABLE).stream().filter(line -> !line.startsWith("#")).toList();
    for (String row : rows) {
      String[] cells = row.split(" ");
      String method = cells[0];
      String path =
          cells[1]
              .replace("{id}", "00000000-0000-7000-8000-000000000000")
              .replace("{symbol}", "SPY")
              .replace("{name}", "app.css");
      assertThat(refusal(method, path, "")).as(row).isEqualTo(401);
      assertThat(refusal(method, path, expired)).as(row).isEqualTo(401);
      assertThat(refusal(method, path, read)).as(row).isEqualTo(cells[2].equals("READ") ? 0 : 403);
      assertThat(refusal(method, path, trade))
          .as(row)
          .isEqualTo(cells[2].equals("ADMIN") ? 403 : 0);
      assertThat(refusal(method, path, key)).as(row).isZero();
    }
    wrongKeysAreThrottledAndOnRecord();
    listedAndRevoked(read);
  }

  /** 401 or 403 when the door refused, whatever the room behind it would have said. */
  private int refusal(String method, String path, String shown) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(strikewire.url() + path))
            .timeout(Duration.ofSeconds(30))
            .header("X-Forwarded-For", "198.51.100." + (shown.hashCode() & 127))
            .method(method, HttpRequest.BodyPublishers.ofString(""));
    if (shown.startsWith("swk_CC")) {
      request.setHeader("X-Forwarded-For", "198.51." + (path.hashCode() & 127) + ".1");
    }
    if (!shown.isEmpty()) {
      request.header("X-API-Key", shown);
    }
    HttpResponse<InputStream> answer =
        HTTP.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    try (InputStream body = answer.body()) {
      boolean asked = answer.statusCode() == 401 || answer.statusCode() == 403;
      return asked && new String(body.readAllBytes(), UTF_8).contains("This address needs a key")
          ? answer.statusCode()
          : 0;
    }
  }

  private void wrongKeysAreThrottledAndOnRecord() throws Exception {
    String[] wrong = {"X-API-Key", "not-the-key", "X-Forwarded-For", STRANGER};
    for (int i = 0; i < 10; i++) {
      assertThat(strikewire.get("/signals", wrong).statusCode()).isEqualTo(401);
    }
    HttpResponse<String> late =
        strikewire.get("/signals", "X-API-Key", key, "X-Forwarded-For", STRANGER);
    assertThat(late.statusCode()).as("the right key from there, too late").isEqualTo(429);
    assertThat(late.headers().firstValue("Retry-After")).isPresent();
    assertThat(strikewire.get("/signals", "X-API-Key", key).statusCode()).isEqualTo(200);
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                JsonPath.from(
                        strikewire
                            .get("/audit?action=KEY_REFUSED&actor=" + STRANGER, "X-API-Key", key)
                            .body())
                    .getList("items.subject", String.class),
            subjects -> subjects.size() == 10 && subjects.contains("/signals"));
  }

  private void listedAndRevoked(String read) throws Exception {
    String list = command("list");
    assertThat(list).contains("scope=read", "name=dashboard of the desk").doesNotContain(read);
    String id =
        list.lines()
            .filter(line -> line.contains("name=dashboard"))
            .map(line -> line.substring(0, 36))
            .findFirst()
            .orElseThrow();
    command("revoke", id);
    assertThat(refusal("GET", "/signals", read)).as("at once").isEqualTo(401);
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> strikewire.get("/audit?action=API_KEY", "X-API-Key", key).body(),
            records -> records.contains("dashboard of the desk") && !records.contains("key_hash"));
  }

  private String create(String... options) throws Exception {
    String[] all = new String[options.length + 1];
    all[0] = "create";
    System.arraycopy(options, 0, all, 1, options.length);
    return command(all)
        .lines()
        .filter(line -> line.matches("swk_[A-Za-z0-9_-]{43}"))
        .findFirst()
        .orElseThrow();
  }

  private String command(String... words) throws Exception {
    String[] all = new String[words.length + 3];
    all[0] = "api-key";
    System.arraycopy(words, 0, all, 1, words.length);
    all[words.length + 1] = "--data";
    all[words.length + 2] = strikewire.data().toString();
    RunningStrikewire.Ended ended = RunningStrikewire.run(environment, all);
    assertThat(ended.code()).as(ended.said()).isZero();
    return ended.said();
  }

  private void store(String secret, String scope, String expires) throws Exception {
    try (Connection connection = database.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                """
                INSERT INTO api_keys (id, name, scope, key_hash, created_at, expires_at)
                VALUES (gen_random_uuid(), ?, ?, ?, now() - interval '2 days', now() + ?::interval)
                """)) {
      insert.setString(1, "test of " + scope);
      insert.setString(2, scope);
      insert.setBytes(3, MessageDigest.getInstance("SHA-256").digest(secret.getBytes(UTF_8)));
      insert.setString(4, expires);
      insert.executeUpdate();
    }
  }

  private void assertHashed(String secret) throws Exception {
    try (Connection connection = database.getConnection();
        PreparedStatement query =
            connection.prepareStatement(
                "SELECT count(*), count(*) FILTER (WHERE key_hash = ?) FROM api_keys k"
                    + " WHERE k.name = 'dashboard of the desk' AND k::text NOT LIKE ?")) {
      query.setBytes(1, MessageDigest.getInstance("SHA-256").digest(secret.getBytes(UTF_8)));
      query.setString(2, "%" + secret + "%");
      try (ResultSet row = query.executeQuery()) {
        row.next();
        assertThat(row.getInt(1)).isEqualTo(1);
        assertThat(row.getInt(2)).isEqualTo(1);
      }
    }
  }
}
