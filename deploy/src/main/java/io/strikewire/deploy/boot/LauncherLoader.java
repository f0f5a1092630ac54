package io.strikewire.deploy.boot;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;

/** Loads the launcher's own classes itself, so that they see what it sees; the rest as usual. */
final class LauncherLoader extends URLClassLoader {

  private static final String OURS = "io.strikewire.deploy.";
  private static final String BOOT = OURS + "boot.";

  /**
   * A loader of our classes.
   *
   * @param parent where everything else is
   */
  LauncherLoader(Path jar, ClassLoader parent) throws MalformedURLException {
    super("launcher", new URL[] {jar.toUri().toURL()}, parent);
  }

  void add(Iterable<Path> libraries) throws MalformedURLException {
    for (Path library : libraries) {
      addURL(library.toUri().toURL());
    }
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.startsWith(OURS) || name.startsWith(BOOT)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? findClass(name) : loaded;
    }
  }
}
