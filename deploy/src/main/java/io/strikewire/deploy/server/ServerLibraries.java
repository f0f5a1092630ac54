package io.strikewire.deploy.server;

import fish.payara.micro.boot.PayaraMicroBoot;
import io.strikewire.deploy.boot.RuntimeFiles;
import io.strikewire.deploy.boot.ServerPath;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The server's classes, from the files that lie unpacked. The server's own way to them copies all
 * of its libraries out of the jar at every start.
 */
final class ServerLibraries {

  private ServerLibraries() {}

  /** The server, not started. This thread sees its classes from now on. */
  static PayaraMicroBoot boot(RuntimeFiles files) throws IOException {
    Path root = files.freshServer();
    System.setProperty("fish.payara.micro.tmpdir", root.toString());
    System.setProperty("fish.payara.micro.UnpackDir", files.serverLibraries().toString());
    // The server's policy, which JDK 17 still asks, trusts what lies there, and this one.
    ServerPath.classes().ifPresent(jar -> System.setProperty("fish.payara.micro.BootJar", jar));
    ClassLoader loader =
        new ServerLoader(
            places(files.serverLibraries()),
            ServerPath.andOf(files.serverPackages().keySet()),
            new ClassFiles(files.serverLibraries(), files.serverPackages()));
    Thread.currentThread().setContextClassLoader(loader);
    try {
      return (PayaraMicroBoot)
          loader
              .loadClass("fish.payara.micro.impl.PayaraMicroImpl")
              .getMethod("getInstance")
              .invoke(null);
    } catch (ReflectiveOperationException incomplete) {
      throw new IOException("the server's classes are incomplete", incomplete);
    }
  }

  /** The directory, in which the server looks for its resource adapters, and each file of it. */
  private static URL[] places(Path directory) throws IOException {
    List<URL> places = new ArrayList<>(List.of(directory.toUri().toURL()));
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.sorted().toList()) {
        places.add(file.toUri().toURL());
      }
    }
    return places.toArray(URL[]::new);
  }
}
