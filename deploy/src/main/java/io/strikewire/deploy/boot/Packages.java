package io.strikewire.deploy.boot;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Pattern;

/** Which packages are in a set of libraries. */
final class Packages {

  private static final Pattern OF_A_VERSION = Pattern.compile("^META-INF/versions/[0-9]+/");

  private Packages() {}

  /** All that have a class. */
  static SortedSet<String> of(List<Path> libraries) throws IOException {
    SortedSet<String> packages = new TreeSet<>();
    for (Path library : libraries) {
      try (JarFile jar = new JarFile(library.toFile())) {
        jar.stream()
            .map(entry -> OF_A_VERSION.matcher(entry.getName()).replaceFirst(""))
            .filter(name -> name.endsWith(".class"))
            .map(name -> name.substring(0, Math.max(0, name.lastIndexOf('/'))).replace('/', '.'))
            .forEach(packages::add);
      }
    }
    return packages;
  }
}
