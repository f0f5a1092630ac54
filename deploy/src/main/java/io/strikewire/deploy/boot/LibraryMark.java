package io.strikewire.deploy.boot;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/**
 * What the jar of the libraries' classes is called by: a checksum over all it is made from, so that
 * no build finds that of another beside it. The build writes it into the manifest.
 */
final class LibraryMark {

  private static final int BYTES = 8;

  private LibraryMark() {}

  /** Given the folder that becomes the jar, and the file for what its manifest has to say. */
  public static void main(String[] arguments) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest
        .getMainAttributes()
        .put(
            Attributes.Name.CLASS_PATH, "strikewire-classes-" + of(Path.of(arguments[0])) + ".jar");
    Path file = Path.of(arguments[1]);
    Files.createDirectories(file.getParent());
    try (OutputStream to = Files.newOutputStream(file)) {
      manifest.write(to);
    }
  }

  static String of(Path folder) throws IOException {
    MessageDigest all = digest();
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> sources =
          files.filter(file -> counts(name(folder, file)) && Files.isRegularFile(file)).toList();
      for (String name : sources.stream().map(file -> name(folder, file)).sorted().toList()) {
        all.update(name.getBytes(StandardCharsets.UTF_8));
        all.update(digest().digest(Files.readAllBytes(folder.resolve(name))));
      }
    }
    return HexFormat.of().formatHex(all.digest(), 0, BYTES);
  }

  private static boolean counts(String name) {
    return name.startsWith(LibraryClasses.SERVER)
        || name.equals(LibraryClasses.APPLICATION)
        || name.startsWith(LibraryClasses.class.getName().replace('.', '/'));
  }

  private static String name(Path folder, Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has it", impossible);
    }
  }
}
