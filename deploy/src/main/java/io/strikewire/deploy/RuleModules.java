package io.strikewire.deploy;

import io.strikewire.deploy.boot.RuntimeFiles;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/** The service's own jars, so that commands say what the service says. */
final class RuleModules implements AutoCloseable {

  private final URLClassLoader modules;
  private final RuntimeFiles files;

  private RuleModules(URLClassLoader modules, RuntimeFiles files) {
    this.modules = modules;
    this.files = files;
  }

  /** Loads them; the thread's loader is theirs, because a library finds its own data by it. */
  static RuleModules of(RuntimeFiles files) throws IOException {
    URLClassLoader modules = loader(files);
    Thread.currentThread().setContextClassLoader(modules);
    return new RuleModules(modules, files);
  }

  private static URLClassLoader loader(RuntimeFiles files) throws IOException {
    List<URL> urls = new ArrayList<>();
    for (Path jar : files.rules()) {
      urls.add(jar.toUri().toURL());
    }
    urls.add(files.web().toUri().toURL());
    return new URLClassLoader(
        "rules", urls.toArray(URL[]::new), RuleModules.class.getClassLoader());
  }

  /** All of them that do this; the thread keeps its loader. */
  static <T> List<T> all(RuntimeFiles files, Class<T> type) throws IOException {
    List<T> found = new ArrayList<>();
    URLClassLoader modules = loader(files);
    ServiceLoader.load(type, modules).forEach(found::add);
    return found;
  }

  /** The one of them that does this. */
  <T> T one(Class<T> type) {
    return ServiceLoader.load(type, modules)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no " + type + " in " + files.folder()));
  }

  @Override
  public void close() throws IOException {
    modules.close();
  }
}
