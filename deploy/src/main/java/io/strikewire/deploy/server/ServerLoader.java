package io.strikewire.deploy.server;

import fish.payara.micro.boot.loader.OpenURLClassLoader;
import java.io.IOException;
import java.net.URL;
import java.util.Optional;
import java.util.jar.Manifest;

/**
 * Loads the server's classes. The application's loader asks it first for each of its own: it knows
 * which packages it has and where, and looks into no other library.
 */
final class ServerLoader extends OpenURLClassLoader {

  private final ClassFiles classes;
  private volatile boolean extended;

  /**
   * A loader beside this class's own, under the system's.
   *
   * @param classes all that are in the files
   */
  ServerLoader(URL[] files, ClassLoader parent, ClassFiles classes) {
    super(files, parent);
    this.classes = classes;
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    Optional<ClassFiles.Found> found;
    try {
      found = classes.find(name);
    } catch (IOException unreadable) {
      throw new ClassNotFoundException(name, unreadable);
    }
    if (found.isPresent()) {
      return define(name, found.get());
    }
    if (extended) {
      return super.findClass(name);
    }
    throw new ClassNotFoundException(name);
  }

  private Class<?> define(String name, ClassFiles.Found found) {
    String owner = ClassFiles.packageOf(name);
    if (getDefinedPackage(owner) == null) {
      try {
        definePackage(
            owner, found.manifest().orElseGet(Manifest::new), found.source().getLocation());
      } catch (IllegalArgumentException definedMeanwhile) {
        // By another thread: it is there, which is all that was wanted.
      }
    }
    return defineClass(name, found.bytes(), 0, found.bytes().length, found.source());
  }

  @Override
  public void addURL(URL file) {
    extended = true;
    super.addURL(file);
  }
}
