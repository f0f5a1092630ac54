package io.strikewire.deploy.boot;

import java.io.IOException;
import java.net.URL;
import java.util.Enumeration;
import java.util.function.Predicate;

/** The JDK, and of another loader only some packages and what the jar carries for the server. */
final class Sieve extends ClassLoader {

  private static final String CARRIED = "MICRO-INF/";

  private final ClassLoader behind;
  private final Predicate<String> packages;

  /**
   * A loader in front of another.
   *
   * @param packages which of its packages come through
   */
  Sieve(ClassLoader behind, Predicate<String> packages) {
    super("sieve", ClassLoader.getPlatformClassLoader());
    this.behind = behind;
    this.packages = packages;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    String owner = name.substring(0, Math.max(0, name.lastIndexOf('.')));
    return packages.test(owner) ? behind.loadClass(name) : getParent().loadClass(name);
  }

  @Override
  public URL getResource(String name) {
    return name.startsWith(CARRIED) ? behind.getResource(name) : super.getResource(name);
  }

  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    return name.startsWith(CARRIED) ? behind.getResources(name) : super.getResources(name);
  }
}
