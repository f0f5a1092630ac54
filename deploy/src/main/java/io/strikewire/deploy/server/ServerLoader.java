package io.strikewire.deploy.server;

import fish.payara.micro.boot.loader.OpenURLClassLoader;
import java.net.URL;
import java.util.Set;

/**
 * Loads the server's classes. The application's loader asks it first for each of its own: it knows
 * which packages it has, and does not look through some 170 files for what is in none of them.
 */
final class ServerLoader extends OpenURLClassLoader {

  private final Set<String> packages;
  private volatile boolean extended;

  /**
   * A loader beside this class's own, under the system's.
   *
   * @param packages all that are in the files
   */
  ServerLoader(URL[] files, Set<String> packages) {
    super(files);
    this.packages = packages;
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    if (!extended && !packages.contains(name.substring(0, Math.max(0, name.lastIndexOf('.'))))) {
      throw new ClassNotFoundException(name);
    }
    return super.findClass(name);
  }

  @Override
  public void addURL(URL file) {
    extended = true;
    super.addURL(file);
  }
}
