package io.strikewire.deploy.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/**
 * Monday 12 December 2022: whole option chains of two indices as they were quoted, the day's
 * volatility, and a list of alerts. What is recorded says when; only that is moved to the service's
 * clock, within the day.
 */
public final class RecordedDay {

  /** 10:00 in New York, so that the exchange has been open for half an hour. */
  public static final Instant BEGINS = Instant.parse("2022-12-12T15:00:00Z");

  /** The indices whose chains are there. */
  public static final List<String> SYMBOLS = List.of("SPX", "RUT");

  private static final DateTimeFormatter AS_QUOTED =
      DateTimeFormatter.ofPattern("'Date: 'MMMM d, uuuu 'at' h:mm a 'EST'", Locale.US)
          .withZone(ZoneId.of("America/New_York"));
  private static final String RECORDED = "Date: December 12, 2022 at 8:30 PM EST";

  private RecordedDay() {}

  /**
   * A chain's file as it would have been fetched at that time.
   *
   * @param symbol one of {@link #SYMBOLS}
   */
  public static byte[] chain(String symbol, Instant at) throws IOException {
    String name = symbol.toLowerCase(Locale.ROOT) + "-2022-12-12.csv.gz";
    try (InputStream file = new GZIPInputStream(open(name))) {
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return text.replace(RECORDED, AS_QUOTED.format(at)).getBytes(StandardCharsets.UTF_8);
    }
  }

  /** How many alerts there are before the first one comes again. */
  public static int alerts() throws IOException {
    return lines().size();
  }

  /** The body of one of them, sent at that time; any number is accepted, they go round. */
  public static String alert(int number, Instant at) throws IOException {
    List<String> lines = lines();
    return lines
        .get(Math.floorMod(number, lines.size()))
        .replace("{{now}}", at.truncatedTo(ChronoUnit.MILLIS).toString());
  }

  private static List<String> lines() throws IOException {
    try (InputStream file = open("alerts.jsonl")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  private static InputStream open(String name) {
    return Objects.requireNonNull(RecordedDay.class.getResourceAsStream(name), name);
  }
}
