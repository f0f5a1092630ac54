package io.strikewire.deploy.boot;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which packages are in a set of libraries, and in which of them. */
final class Packages {

  private static final Pattern OF_A_VERSION = Pattern.compile("^META-INF/versions/[0-9]+/");

  private Packages() {}

  /** All that have a class, each with the names of its libraries in the order given. */
  static SortedMap<String, List<String>> of(List<Path> libraries) throws IOException {
    SortedMap<String, List<String>> packages = new TreeMap<>();
    for (Path library : libraries) {
      for (String name : of(library)) {
        packages.merge(name, List.of(library.getFileName().toString()), Packages::joined);
      }
    }
    return packages;
  }

  private static SortedSet<String> of(Path library) throws IOException {
    SortedSet<String> packages = new TreeSet<>();
    try (JarFile jar = new JarFile(library.toFile())) {
      jar.stream()
          .map(entry -> OF_A_VERSION.matcher(entry.getName()).replaceFirst(""))
          .filter(name -> name.endsWith(".class"))
          .map(name -> name.substring(0, Math.max(0, name.lastIndexOf('/'))).replace('/', '.'))
          .forEach(packages::add);
    }
    return packages;
  }

  private static List<String> joined(List<String> some, List<String> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }
}
