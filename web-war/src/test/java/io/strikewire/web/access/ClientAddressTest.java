package io.strikewire.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose word about an address counts. */
class ClientAddressTest {

  private static final List<Network> PROXIES =
      Stream.of("10.0.0.0/8", "::1").map(text -> Network.parse(text).orElseThrow()).toList();

  @Test
  void without_a_trusted_proxy_the_peer_is_the_client_whatever_it_says() {
    assertThat(from("203.0.113.9", "198.51.100.1")).isEqualTo("203.0.113.9");
  }

  @Test
  void a_trusted_proxy_names_the_client() {
    assertThat(from("10.1.2.3", "198.51.100.1")).isEqualTo("198.51.100.1");
    assertThat(from("::1", "198.51.100.1")).isEqualTo("198.51.100.1");
  }

  @Test
  void what_the_client_put_before_it_does_not_count() {
    assertThat(from("10.1.2.3", "52.89.214.238, 198.51.100.1")).isEqualTo("198.51.100.1");
    assertThat(from("10.1.2.3", "52.89.214.238", "198.51.100.1, 10.9.9.9"))
        .isEqualTo("198.51.100.1");
  }

  @Test
  void a_proxy_that_names_nobody_is_itself_the_client() {
    assertThat(from("10.1.2.3")).isEqualTo("10.1.2.3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"unknown", "", "localhost", "1.2.3", "1.2.3.4:80", "999.1.1.1", "a:b"})
  void what_is_no_address_makes_it_unknown(String forwarded) {
    assertThat(ClientAddress.of("10.1.2.3", List.of(forwarded), PROXIES)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "52.89.214.238, 52.89.214.238, true",
    "52.89.214.238, 52.89.214.239, false",
    "10.0.0.0/8, 10.255.0.1, true",
    "10.0.0.0/8, 11.0.0.1, false",
    "192.0.2.128/25, 192.0.2.127, false",
    "0.0.0.0/0, 203.0.113.9, true",
    "0.0.0.0/0, 2001:db8::1, false",
    "2001:db8::/33, 2001:db8:7fff::1, true",
    "2001:db8::/33, 2001:db8:8000::1, false",
    "203.0.113.9, ::ffff:203.0.113.9, true"
  })
  void a_network_holds_the_addresses_that_share_its_bits(
      String network, String address, boolean holds) {
    InetAddress asked = Network.address(address).orElseThrow();
    assertThat(Network.parse(network).orElseThrow().contains(asked)).isEqualTo(holds);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0/8", "::/129", "10.0.0.0/8/8"})
  void what_is_no_network_is_none(String text) {
    assertThat(Network.parse(text)).isEmpty();
  }

  private static String from(String peer, String... forwarded) {
    Optional<InetAddress> client = ClientAddress.of(peer, List.of(forwarded), PROXIES);
    return client.orElseThrow().getHostAddress();
  }
}
