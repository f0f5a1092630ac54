package io.strikewire.deploy.boot;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The ahead-of-time cache that this process was started with, or writes. The classes that look may
 * come out of the cache themselves: it then was written with them, and so was the mark they know.
 */
final class ClassCache {

  /** The first release that has one. */
  private static final int SINCE = 24;

  private static final List<String> TAKEN = List.of("AOTCache", "SharedArchiveFile");
  private static final String WRITTEN = "AOTCacheOutput";

  private ClassCache() {}

  /** Marks the cache that will be written; says why not to go on with the one that was taken. */
  static Optional<String> mistake(Path jar) throws IOException {
    if (Runtime.version().feature() < SINCE) {
      return Optional.empty();
    }
    HotSpotDiagnosticMXBean jvm =
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
    List<Path> taken = TAKEN.stream().flatMap(option -> files(jvm, option)).toList();
    List<Path> written = files(jvm, WRITTEN).toList();
    if (taken.isEmpty() && written.isEmpty()) {
      return Optional.empty();
    }
    JarMark mark = JarMark.of(jar);
    for (Path cache : written) {
      mark.putBeside(cache);
    }
    for (Path cache : taken) {
      Optional<String> mistake = mark.mistake(cache);
      if (mistake.isPresent()) {
        return mistake;
      }
    }
    return Optional.empty();
  }

  private static Stream<Path> files(HotSpotDiagnosticMXBean jvm, String option) {
    return Stream.of(jvm.getVMOption(option).getValue().split(File.pathSeparator))
        .filter(name -> !name.isEmpty())
        .map(Path::of);
  }
}
