package io.strikewire.deploy.server;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipFile;

/** Finds a class's file by its package: some 170 libraries are too many to look through. */
final class ClassFiles {

  private final Path folder;
  private final Map<String, List<String>> packages;
  private final Map<String, Library> open = new ConcurrentHashMap<>();

  /**
   * The class files of a folder's libraries.
   *
   * @param packages all of theirs, with the names of the libraries each is in
   */
  ClassFiles(Path folder, Map<String, List<String>> packages) {
    this.folder = folder;
    this.packages = packages;
  }

  /** A class's bytes and where they come from. */
  record Found(byte[] bytes, CodeSource source, Optional<Manifest> manifest) {}

  Optional<Found> find(String name) throws IOException {
    String file = name.replace('.', '/') + ".class";
    for (String library : packages.getOrDefault(packageOf(name), List.of())) {
      Library opened = open(library);
      JarEntry entry = opened.jar().getJarEntry(file);
      if (entry != null) {
        return Optional.of(opened.found(entry));
      }
    }
    return Optional.empty();
  }

  static String packageOf(String name) {
    return name.substring(0, Math.max(0, name.lastIndexOf('.')));
  }

  private Library open(String name) throws IOException {
    Library known = open.get(name);
    if (known == null) {
      known = Library.open(folder.resolve(name));
      open.put(name, known);
    }
    return known;
  }

  private record Library(JarFile jar, URL place, Optional<Manifest> manifest) {

    static Library open(Path file) throws IOException {
      JarFile jar = new JarFile(file.toFile(), true, ZipFile.OPEN_READ, JarFile.runtimeVersion());
      return new Library(jar, file.toUri().toURL(), Optional.ofNullable(jar.getManifest()));
    }

    /** Who signed it is known when it is read. */
    Found found(JarEntry entry) throws IOException {
      try (InputStream content = jar.getInputStream(entry)) {
        byte[] bytes = content.readAllBytes();
        return new Found(bytes, new CodeSource(place, entry.getCodeSigners()), manifest);
      }
    }
  }
}
