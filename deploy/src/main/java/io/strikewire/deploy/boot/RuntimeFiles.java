package io.strikewire.deploy.boot;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * What the jar carries and the file system has to hold: the launcher's libraries and the
 * application, unpacked once for each build.
 *
 * @param folder where they are
 */
public record RuntimeFiles(Path folder) {

  private static final String CARRIED = "runtime/";

  /**
   * Unpacks into the data directory, unless this build was there before, and gives the launcher its
   * libraries. A folder that is there is whole, since it appeared by a rename.
   */
  public static RuntimeFiles unpack(Path data) throws IOException {
    Path jar = jar();
    Path builds = data.resolve("runtime");
    String build = Files.size(jar) + "-" + Files.getLastModifiedTime(jar).toMillis();
    Path folder = builds.resolve(build);
    if (!Files.isDirectory(folder)) {
      appear(jar, builds, folder);
    }
    return lend(folder);
  }

  /** Unpacks the libraries and the rules for a command that removes them at its end. */
  public static RuntimeFiles borrow() throws IOException {
    Path folder = Files.createTempDirectory("strikewire-");
    extract(jar(), folder, name -> !name.startsWith("app/"));
    return lend(folder);
  }

  private static RuntimeFiles lend(Path folder) throws IOException {
    RuntimeFiles files = new RuntimeFiles(folder);
    if (Thread.currentThread().getContextClassLoader() instanceof LauncherLoader launcher) {
      launcher.add(list(folder.resolve("lib")));
    }
    return files;
  }

  /** The modules that have rules, and what those rules use. */
  public List<Path> rules() throws IOException {
    return list(folder.resolve("rules"));
  }

  /** What the application itself knows of its settings. */
  public Path web() {
    return folder.resolve("web/WEB-INF/classes");
  }

  /** Removes them. */
  public void remove() throws IOException {
    remove(folder);
  }

  /** Our own classes once more, for a place where they see those of that loader. */
  public static ClassLoader ownClassesSeeing(ClassLoader others) throws IOException {
    return new LauncherLoader(jar(), others);
  }

  /** The application. */
  public Path application() {
    return folder.resolve("app/ROOT.war");
  }

  /** Where the server may unpack its own parts. */
  public Path server() {
    return folder.resolve("payara");
  }

  /** Removes what earlier builds left. Only for the one process that holds the data directory. */
  public void removeOtherBuilds() throws IOException {
    for (Path build : list(folder.getParent())) {
      if (!build.equals(folder)) {
        remove(build);
      }
    }
  }

  static Path jar() {
    try {
      return Path.of(
          RuntimeFiles.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException("the jar has a location", impossible);
    }
  }

  private static void appear(Path jar, Path builds, Path folder) throws IOException {
    Files.createDirectories(builds);
    Path partial = Files.createTempDirectory(builds, "unpacking-");
    extract(jar, partial, name -> true);
    try {
      Files.move(partial, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException unpackedMeanwhile) {
      if (!Files.isDirectory(folder)) {
        throw unpackedMeanwhile;
      }
      remove(partial);
    }
  }

  private static void extract(Path jar, Path folder, Predicate<String> wanted) throws IOException {
    try (JarFile archive = new JarFile(jar.toFile())) {
      for (Enumeration<JarEntry> all = archive.entries(); all.hasMoreElements(); ) {
        JarEntry entry = all.nextElement();
        if (!entry.getName().startsWith(CARRIED) || entry.isDirectory()) {
          continue;
        }
        String name = entry.getName().substring(CARRIED.length());
        if (wanted.test(name)) {
          Path file = folder.resolve(name).normalize();
          Files.createDirectories(file.getParent());
          try (InputStream content = archive.getInputStream(entry)) {
            Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
          }
        }
      }
    }
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(RuntimeFiles::delete);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException stubborn) {
      throw new UncheckedIOException("cannot remove " + file, stubborn);
    }
  }
}
