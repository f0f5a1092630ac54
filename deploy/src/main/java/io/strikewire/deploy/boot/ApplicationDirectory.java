package io.strikewire.deploy.boot;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The application as a directory, which the server takes as it is. */
final class ApplicationDirectory {

  private static final String LIBRARIES = "WEB-INF/lib";
  private static final String OURS = "io/strikewire/";

  private ApplicationDirectory() {}

  /** Unpacks the archive: the server would do it at each start. */
  static void unpack(InputStream archive, Path directory) throws IOException {
    ZipInputStream content = new ZipInputStream(archive);
    for (ZipEntry next = content.getNextEntry(); next != null; next = content.getNextEntry()) {
      if (!next.isDirectory()) {
        RuntimeFiles.write(content, directory, next.getName());
      }
    }
    try (Stream<Path> libraries = Files.list(directory.resolve(LIBRARIES))) {
      for (Path library : libraries.toList()) {
        if (!ours(library)) {
          keepFromScanning(directory, library.getFileName().toString());
        }
      }
    }
  }

  /**
   * Before it starts an application, the server reads every class of its libraries in search of
   * beans, and those of others have none for it. It passes over a library beside which it finds a
   * directory of this name, since it would hold the library's classes.
   */
  private static void keepFromScanning(Path directory, String library) throws IOException {
    String place = LIBRARIES + "/" + library;
    Files.createDirectory(
        directory.resolve(place.replaceAll("[/ ]", "__").replace(".jar", "_jar")));
  }

  private static boolean ours(Path library) throws IOException {
    try (JarFile jar = new JarFile(library.toFile())) {
      return jar.getEntry(OURS) != null;
    }
  }
}
