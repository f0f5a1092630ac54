package io.strikewire.deploy.boot;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * The first class of {@code strikewire.jar}; needs nothing but the JDK.
 *
 * <p>The application's class loader asks its parents first, and the system's loader is one of them.
 * So the launcher and its libraries live in a loader of their own, which the application never
 * sees.
 */
public final class Strikewire {

  private static final String RUNTIME = "runtime/";

  private Strikewire() {}

  /** Starts the launcher in its own class loader. */
  public static void main(String[] arguments) throws Exception {
    Path jar = jar();
    Path runtime = unpack(jar, dataDirectory(arguments).resolve("runtime"));
    URLClassLoader launcher = new LauncherLoader(libraries(jar, runtime.resolve("lib")));
    Thread.currentThread().setContextClassLoader(launcher);
    System.setProperty("strikewire.runtime", runtime.toString());
    try {
      launcher
          .loadClass("io.strikewire.deploy.Launcher")
          .getMethod("main", String[].class)
          .invoke(null, (Object) arguments);
    } catch (InvocationTargetException failed) {
      throw failed.getCause() instanceof Exception cause ? cause : failed;
    }
  }

  private static Path jar() throws URISyntaxException {
    return Path.of(Strikewire.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  private static Path dataDirectory(String[] arguments) {
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i].equals("--data") && i + 1 < arguments.length) {
        return Path.of(arguments[i + 1]).toAbsolutePath();
      }
      if (arguments[i].startsWith("--data=")) {
        return Path.of(arguments[i].substring("--data=".length())).toAbsolutePath();
      }
    }
    // A question leaves nothing behind where it is asked.
    return arguments.length > 0 && arguments[0].equals("what-if")
        ? Path.of(
            System.getProperty("java.io.tmpdir"), "strikewire-" + System.getProperty("user.name"))
        : Path.of("data").toAbsolutePath();
  }

  /** One folder for each build: a name that is there is whole, since it appeared by a rename. */
  private static Path unpack(Path jar, Path folder) throws IOException {
    String build = Files.size(jar) + "-" + Files.getLastModifiedTime(jar).toMillis();
    Path ready = folder.resolve(build);
    if (Files.isDirectory(ready)) {
      return ready;
    }
    Files.createDirectories(folder);
    Path partial = Files.createTempDirectory(folder, "unpacking-");
    try (JarFile archive = new JarFile(jar.toFile())) {
      for (Enumeration<JarEntry> all = archive.entries(); all.hasMoreElements(); ) {
        JarEntry entry = all.nextElement();
        if (entry.getName().startsWith(RUNTIME) && !entry.isDirectory()) {
          Path file = partial.resolve(entry.getName().substring(RUNTIME.length())).normalize();
          Files.createDirectories(file.getParent());
          try (InputStream content = archive.getInputStream(entry)) {
            Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
          }
        }
      }
    }
    try {
      return Files.move(partial, ready, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException unpackedMeanwhile) {
      if (Files.isDirectory(ready)) {
        return ready;
      }
      throw unpackedMeanwhile;
    }
  }

  private static URL[] libraries(Path jar, Path folder) throws IOException {
    List<URL> urls = new ArrayList<>();
    urls.add(jar.toUri().toURL());
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        urls.add(file.toUri().toURL());
      }
    }
    return urls.toArray(URL[]::new);
  }
}
