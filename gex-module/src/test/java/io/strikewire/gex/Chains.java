package io.strikewire.gex;

import io.strikewire.gex.GexProfile.Convention;
import io.strikewire.gex.chain.ChainFile;
import io.strikewire.gex.chain.OptionChain;
import io.strikewire.gex.profile.ExposureProfile;
import io.strikewire.gex.profile.Valuation;
import io.strikewire.signal.Symbol;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPInputStream;

/** Real chain files, and chains written on the spot. */
public final class Chains {

  private static final Map<String, byte[]> FILES = new ConcurrentHashMap<>();

  private Chains() {}

  /** A file of the test resources, unpacked. */
  public static byte[] file(String name) {
    return FILES.computeIfAbsent(
        name,
        wanted -> {
          try (InputStream packed =
                  Objects.requireNonNull(
                      Chains.class.getResourceAsStream("/chains/" + wanted + ".gz"), wanted);
              GZIPInputStream content = new GZIPInputStream(packed)) {
            return content.readAllBytes();
          } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
          }
        });
  }

  /** The chain in a file. */
  public static OptionChain read(String symbol, byte[] file) {
    OptionChain.Reading reading = ChainFile.read(new Symbol(symbol), file);
    if (reading instanceof OptionChain.Reading.Refused refused) {
      throw new AssertionError(refused.mistakes());
    }
    return ((OptionChain.Reading.Read) reading).chain();
  }

  /** The convention of the golden values. */
  public static Convention usual(int dayCount, int levels) {
    return new Convention(SignConvention.LONG_CALLS_SHORT_PUTS, dayCount, levels);
  }

  /** The profile of a chain that has one. */
  public static GexProfile profile(OptionChain chain, Convention convention) {
    Valuation valuation = ExposureProfile.of(chain, convention);
    if (valuation instanceof Valuation.Contradictory contradictory) {
      throw new AssertionError(contradictory.mistake());
    }
    return ((Valuation.Valued) valuation).profile();
  }

  /** A chain in the generic JSON form, quoted on Monday 2026-11-23 at 10:00 in New York. */
  public static byte[] json(String symbol, double spot, String... options) {
    return ("{\"symbol\":\""
            + symbol
            + "\",\"as_of\":\"2026-11-23T15:00:00Z\",\"spot\":"
            + spot
            + ",\"options\":["
            + String.join(",", options)
            + "]}")
        .getBytes(StandardCharsets.UTF_8);
  }

  /** An option with volatility, gamma and open interest. */
  public static String option(String name, double iv, double gamma, double openInterest) {
    return "{\"option\":\"%s\",\"bid\":1,\"ask\":1.1,\"iv\":%s,\"gamma\":%s,\"open_interest\":%s,\"volume\":0}"
        .formatted(name, iv, gamma, openInterest);
  }
}
