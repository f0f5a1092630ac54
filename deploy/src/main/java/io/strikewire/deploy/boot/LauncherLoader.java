package io.strikewire.deploy.boot;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;

/** Loads the launcher's own classes itself, so that they see its libraries; the rest as usual. */
final class LauncherLoader extends URLClassLoader {

  private static final String OURS = "io.strikewire.deploy.";
  private static final String BOOT = OURS + "boot.";

  LauncherLoader(Path jar) throws MalformedURLException {
    super("launcher", new URL[] {jar.toUri().toURL()}, ClassLoader.getSystemClassLoader());
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
