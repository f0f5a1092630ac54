package io.strikewire.deploy.boot;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarInputStream;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The classes of the libraries in one jar beside {@code strikewire.jar}, where its manifest looks
 * for it: of the class path alone does the JVM keep classes loaded and linked ahead of time. What
 * two libraries have is taken from the first, as their own loader would, except for the lists of
 * services, which are joined.
 */
public final class LibraryClasses {

  /** Is in that jar and in no other. */
  static final String SIGN = "META-INF/strikewire-classes";

  static final String SERVER = "MICRO-INF/runtime/";
  static final String APPLICATION = "runtime/app/ROOT.war";
  private static final String SERVICES = "META-INF/services/";

  /**
   * Of the application's libraries those that a start loads most of, and that look for no beans.
   */
  private static final List<String> PERSISTENCE =
      List.of("hibernate-", "byte-buddy-", "antlr4-runtime-", "jandex-", "postgresql-");

  private final JarOutputStream to;
  private final Set<String> written = new HashSet<>();
  private final SortedMap<String, ByteArrayOutputStream> services = new TreeMap<>();

  private LibraryClasses(JarOutputStream to) {
    this.to = to;
    to.setLevel(Deflater.BEST_SPEED);
  }

  /** Writes it, and prints where. */
  public static void main(String[] arguments) throws IOException {
    System.out.println(write(RuntimeFiles.jar()));
  }

  static Path write(Path jar) throws IOException {
    try (JarFile from = new JarFile(jar.toFile())) {
      Path place =
          jar.resolveSibling(
              from.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH));
      if (Files.isRegularFile(place)) {
        return place;
      }
      Path partial = place.resolveSibling(place.getFileName() + ".part");
      try (OutputStream file = Files.newOutputStream(partial);
          JarOutputStream to = new JarOutputStream(file, manifest())) {
        new LibraryClasses(to).addAll(from);
      }
      return Files.move(partial, place, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  private static Manifest manifest() {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MULTI_RELEASE, "true");
    return manifest;
  }

  private void addAll(JarFile jar) throws IOException {
    List<String> server =
        jar.stream()
            .map(ZipEntry::getName)
            .filter(name -> name.startsWith(SERVER) && !name.endsWith("/"))
            .sorted()
            .toList();
    for (String name : server) {
      try (InputStream content = jar.getInputStream(jar.getEntry(name))) {
        if (name.endsWith(".jar")) {
          addLibrary(content);
        } else {
          add(name.substring(SERVER.length()), content);
        }
      }
    }
    ZipInputStream war = new ZipInputStream(jar.getInputStream(jar.getEntry(APPLICATION)));
    for (ZipEntry next = war.getNextEntry(); next != null; next = war.getNextEntry()) {
      String file = next.getName().substring(next.getName().lastIndexOf('/') + 1);
      if (file.endsWith(".jar") && PERSISTENCE.stream().anyMatch(file::startsWith)) {
        addLibrary(war);
      }
    }
    for (String name : services.keySet()) {
      add(name, new ByteArrayInputStream(services.get(name).toByteArray()));
    }
    add(SIGN, InputStream.nullInputStream());
  }

  private void addLibrary(InputStream library) throws IOException {
    JarInputStream content = new JarInputStream(library, false);
    boolean versioned =
        content.getManifest() != null
            && "true"
                .equals(
                    content
                        .getManifest()
                        .getMainAttributes()
                        .getValue(Attributes.Name.MULTI_RELEASE));
    for (ZipEntry next = content.getNextEntry(); next != null; next = content.getNextEntry()) {
      String name = next.getName();
      if (next.isDirectory()
          || staysBehind(name)
          || !versioned && name.startsWith("META-INF/versions/")) {
        continue;
      }
      if (name.startsWith(SERVICES)) {
        ByteArrayOutputStream all =
            services.computeIfAbsent(name, unused -> new ByteArrayOutputStream());
        content.transferTo(all);
        all.write('\n');
      } else {
        add(name, content);
      }
    }
  }

  /** What says something of one library, not of its classes. */
  private static boolean staysBehind(String name) {
    return name.endsWith("module-info.class")
        || name.equals(JarFile.MANIFEST_NAME)
        || name.startsWith("META-INF/maven/")
        || name.matches("META-INF/[^/]*\\.(SF|RSA|DSA|EC|LIST)");
  }

  private void add(String name, InputStream content) throws IOException {
    if (written.add(name)) {
      ZipEntry entry = new ZipEntry(name);
      entry.setTime(0);
      to.putNextEntry(entry);
      content.transferTo(to);
      to.closeEntry();
    }
  }
}
