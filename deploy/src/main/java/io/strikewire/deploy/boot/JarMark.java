package io.strikewire.deploy.boot;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.zip.CRC32;

/**
 * What a jar is known by, kept in a file beside the cache that the JVM wrote of its classes. The
 * JVM takes such a cache without a look at the jar: the classes of another build would run.
 *
 * @param text the jar's length, and a checksum over its list of entries, which has a checksum of
 *     each; to read all of it would cost what the cache saves
 */
record JarMark(String text) {

  /** How an archive begins that the JVM itself compares with the jar, in either order of bytes. */
  private static final int COMPARED = 0xf00baba8;

  static JarMark of(Path jar) throws IOException {
    CRC32 entries = new CRC32();
    try (JarFile open = new JarFile(jar.toFile())) {
      open.stream()
          .map(entry -> entry.getName() + ' ' + entry.getSize() + ' ' + entry.getCrc() + '\n')
          .forEach(line -> entries.update(line.getBytes(StandardCharsets.UTF_8)));
    }
    return new JarMark(Files.size(jar) + " " + Long.toHexString(entries.getValue()));
  }

  /** Notes that the cache is of this jar. */
  void putBeside(Path cache) throws IOException {
    Files.writeString(place(cache), text + '\n');
  }

  /** Why this jar must not run with that cache; empty when it may, or when there is none. */
  Optional<String> mistake(Path cache) throws IOException {
    if (!Files.isRegularFile(cache) || comparedByTheJvm(cache)) {
      return Optional.empty();
    }
    Path place = place(cache);
    if (!Files.isRegularFile(place)) {
      return Optional.of(cache + " has no " + place.getFileName() + " beside it");
    }
    return Files.readString(place).strip().equals(text)
        ? Optional.empty()
        : Optional.of(cache + " is of another build than the jar that was started");
  }

  private static Path place(Path cache) {
    return cache.resolveSibling(cache.getFileName() + ".of");
  }

  private static boolean comparedByTheJvm(Path archive) throws IOException {
    if (Files.size(archive) < Integer.BYTES) {
      return false;
    }
    try (DataInputStream begin = new DataInputStream(Files.newInputStream(archive))) {
      int sign = begin.readInt();
      return sign == COMPARED || Integer.reverseBytes(sign) == COMPARED;
    }
  }
}
