package io.strikewire.deploy.secrets;

import io.strikewire.signal.Timeframe;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a token shall be good for.
 *
 * @param source who sends with it
 * @param portfolio whose book it acts on
 * @param strategy strategy of alerts that name none
 * @param timeframe bar size of alerts that name none
 * @param addresses networks that it is bound to; none for anywhere
 * @param expiresAt until when
 * @param freshSeconds how far from now an alert's own time may be
 */
public record NewToken(
    String source,
    String portfolio,
    Optional<String> strategy,
    Optional<String> timeframe,
    List<String> addresses,
    Optional<Instant> expiresAt,
    Optional<Integer> freshSeconds) {

  private static final Pattern NAME = Pattern.compile("[\\p{Alnum} ._-]{1,64}");
  private static final String OCTET = "(25[0-5]|2[0-4]\\d|1?\\d?\\d)";
  private static final Pattern V4 =
      Pattern.compile("(" + OCTET + "\\.){3}" + OCTET + "(/([12]?\\d|3[0-2]))?");
  private static final Pattern V6 =
      Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*(/(\\d{1,2}|1[01]\\d|12[0-8]))?");

  public NewToken {
    addresses = List.copyOf(addresses);
  }

  /** One line for each option that is not acceptable. */
  public List<String> mistakes() {
    List<String> mistakes = new ArrayList<>();
    check(mistakes, NAME.matcher(source).matches(), "--source: a name", source);
    check(mistakes, NAME.matcher(portfolio).matches(), "--portfolio: a name", portfolio);
    strategy.ifPresent(
        name -> check(mistakes, NAME.matcher(name).matches(), "--strategy: a name", name));
    timeframe.ifPresent(
        bar ->
            check(
                mistakes,
                Timeframe.parse(bar).isPresent(),
                "--timeframe: a bar size such as 5m",
                bar));
    addresses.forEach(
        one ->
            check(
                mistakes,
                V4.matcher(one).matches() || V6.matcher(one).matches(),
                "--address: an address or a network such as 10.0.0.0/8",
                one));
    freshSeconds.ifPresent(
        most -> check(mistakes, most > 0, "--fresh-seconds: a number above 0", most.toString()));
    return mistakes;
  }

  private static void check(List<String> mistakes, boolean sound, String accepted, String was) {
    if (!sound) {
      mistakes.add(accepted + " is accepted, was \"" + was + '"');
    }
  }
}
