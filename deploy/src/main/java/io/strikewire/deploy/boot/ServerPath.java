package io.strikewire.deploy.boot;

import java.net.URL;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Who sees what of the system's class loader, when beside the jar lies one of the libraries'
 * classes ({@link LibraryClasses}), which its manifest names.
 */
public final class ServerPath {

  /** All that the jar itself has. */
  private static final List<String> OF_THE_JAR =
      List.of("io.strikewire.deploy", "fish.payara.micro", "picocli");

  private ServerPath() {}

  /** Only what the jar has: the launcher has libraries of its own. */
  static ClassLoader jarAlone() {
    return seeing(ServerPath::ofTheJar);
  }

  /**
   * What the jar has and these packages.
   *
   * @param server the server's, all of them
   */
  public static ClassLoader andOf(Set<String> server) {
    return seeing(owner -> server.contains(owner) || ofTheJar(owner));
  }

  /** Where the libraries' classes are, if they are on the class path. */
  public static Optional<String> classes() {
    return Optional.ofNullable(ClassLoader.getSystemResource(LibraryClasses.SIGN))
        .map(URL::getPath)
        .map(sign -> sign.substring(0, sign.indexOf('!')));
  }

  private static ClassLoader seeing(Predicate<String> packages) {
    ClassLoader system = ClassLoader.getSystemClassLoader();
    return classes().isEmpty() ? system : new Sieve(system, packages);
  }

  private static boolean ofTheJar(String owner) {
    return OF_THE_JAR.stream().anyMatch(owner::startsWith);
  }
}
