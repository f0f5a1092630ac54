package io.strikewire.deploy.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewTokenTest {

  @Test
  void every_unacceptable_option_is_named() {
    NewToken token =
        new NewToken(
            "",
            "main;drop",
            Optional.of("a\nb"),
            Optional.of("5 parsecs"),
            List.of("example.com"),
            Optional.empty(),
            Optional.of(0));
    assertThat(token.mistakes())
        .hasSize(6)
        .anyMatch(line -> line.startsWith("--source:"))
        .anyMatch(line -> line.startsWith("--portfolio:"))
        .anyMatch(line -> line.startsWith("--strategy:"))
        .anyMatch(line -> line.startsWith("--timeframe:"))
        .anyMatch(line -> line.startsWith("--address:"))
        .anyMatch(line -> line.startsWith("--fresh-seconds:"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"52.89.214.238", "10.0.0.0/8", "2001:db8::/32", "::1"})
  void addresses_and_networks_are_acceptable(String address) {
    assertThat(boundTo(address).mistakes()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"10.0.0.0/33", "999.1.1.1", "10.0.0/8", "localhost", "2001:db8::/129", "1.2.3.4 "})
  void anything_else_is_not(String address) {
    assertThat(boundTo(address).mistakes()).hasSize(1);
  }

  private static NewToken boundTo(String address) {
    return new NewToken(
        "TradingView",
        "main",
        Optional.of("EMA cross"),
        Optional.of("5m"),
        List.of(address),
        Optional.empty(),
        Optional.empty());
  }
}
