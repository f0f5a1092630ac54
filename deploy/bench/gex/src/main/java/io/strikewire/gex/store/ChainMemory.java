package io.strikewire.gex.store;

import io.strikewire.gex.GexProfile;
import io.strikewire.gex.GexProfile.Convention;
import io.strikewire.gex.SignConvention;
import io.strikewire.gex.chain.ChainFile;
import io.strikewire.gex.chain.OptionChain;
import io.strikewire.gex.profile.ExposureProfile;
import io.strikewire.gex.profile.Valuation;
import io.strikewire.signal.Symbol;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Prints what one chain allocates on its way from bytes to profile, in MB, on one thread. */
public final class ChainMemory {

  private static final int ROUNDS = 50;
  private static final double MEGABYTE = 1 << 20;

  private ChainMemory() {}

  /** The file is the only argument. */
  public static void main(String[] arguments) throws IOException {
    byte[] file;
    try (InputStream packed = Files.newInputStream(Path.of(arguments[0]));
        InputStream content = new GZIPInputStream(packed)) {
      file = content.readAllBytes();
    }
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    GexProfile profile = profile(file);
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int round = 0; round < ROUNDS; round++) {
      profile = profile(file);
    }
    double each = (threads.getCurrentThreadAllocatedBytes() - before) / MEGABYTE / ROUNDS;
    System.out.printf(
        "java figures net=%.6e callWall=%s putWall=%s zeroGamma=%s contracts=%d%n"
            + "java allocates %.1f MB for a chain on the asking thread%n",
        profile.netExposure(),
        profile.callWall().orElseThrow().stripTrailingZeros().toPlainString(),
        profile.putWall().orElseThrow().stripTrailingZeros().toPlainString(),
        profile.zeroGamma(),
        profile.contracts(),
        each);
  }

  private static GexProfile profile(byte[] file) {
    OptionChain chain =
        ((OptionChain.Reading.Read) ChainFile.read(new Symbol("SPX"), file)).chain();
    return ((Valuation.Valued)
            ExposureProfile.of(
                chain, new Convention(SignConvention.LONG_CALLS_SHORT_PUTS, 252, 60)))
        .profile();
  }
}
