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
import java.util.Map;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the jar carries and the file system has to hold: the launcher's libraries, the server's own
 * and the application, unpacked once for each build.
 *
 * @param folder where they are
 */
public record RuntimeFiles(Path folder) {

  private static final String CARRIED = "runtime/";

  /** Where the server's maker put its libraries. */
  private static final String SERVER = "MICRO-INF/runtime/";

  private static final String ARCHIVE = "app/ROOT.war";
  private static final String PACKAGES = "payara-packages";

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
    extract(jar(), folder, name -> !name.startsWith("app/") && !name.startsWith("payara/"));
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

  /** The application, as a directory, whose name is the server's way to know its root. */
  public Path application() {
    return folder.resolve("app/ROOT");
  }

  /**
   * Where the server lives, with nothing but its libraries there. What it kept of an earlier run
   * names an application, which it would start and stop again before it starts the one it is given.
   * Only for the one process that holds the data directory.
   */
  public Path freshServer() throws IOException {
    Path server = folder.resolve("payara");
    for (Path kept : list(server)) {
      if (!kept.equals(serverLibraries())) {
        remove(kept);
      }
    }
    return server;
  }

  /** The directory of the server's libraries. */
  public Path serverLibraries() {
    return folder.resolve("payara/runtime");
  }

  /** The packages of the server's libraries, each with the names of the libraries it is in. */
  public Map<String, List<String>> serverPackages() throws IOException {
    try (Stream<String> lines = Files.lines(folder.resolve(PACKAGES))) {
      return lines
          .map(line -> List.of(line.split("/")))
          .collect(
              Collectors.toUnmodifiableMap(
                  words -> words.get(0), words -> words.subList(1, words.size())));
    }
  }

  private void keep(Map<String, List<String>> packages) throws IOException {
    List<String> lines =
        packages.entrySet().stream()
            .map(found -> found.getKey() + '/' + String.join("/", found.getValue()))
            .toList();
    Files.write(folder.resolve(PACKAGES), lines);
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
    RuntimeFiles files = new RuntimeFiles(partial);
    files.keep(Packages.of(list(files.serverLibraries())));
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
        String name = place(entry.getName());
        if (entry.isDirectory() || name.isEmpty() || !wanted.test(name)) {
          continue;
        }
        try (InputStream content = archive.getInputStream(entry)) {
          if (name.equals(ARCHIVE)) {
            ApplicationDirectory.unpack(content, folder.resolve("app/ROOT"));
          } else {
            write(content, folder, name);
          }
        }
      }
    }
  }

  /** Where a file of the jar belongs; empty when it stays in the jar. */
  private static String place(String name) {
    if (name.startsWith(SERVER)) {
      return "payara/runtime/" + name.substring(SERVER.length());
    }
    return name.startsWith(CARRIED) ? name.substring(CARRIED.length()) : "";
  }

  static void write(InputStream content, Path folder, String name) throws IOException {
    Path file = folder.resolve(name).normalize();
    Files.createDirectories(file.getParent());
    Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
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
