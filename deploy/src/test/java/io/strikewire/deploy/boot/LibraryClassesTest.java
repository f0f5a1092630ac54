package io.strikewire.deploy.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lies beside the jar for the JVM to keep. */
class LibraryClassesTest {

  private static final String MANIFEST = "Manifest-Version: 1.0\n";
  private static final String VERSIONED = MANIFEST + "Multi-Release: true\n";

  @TempDir private Path home;

  @Test
  void what_two_libraries_have_is_taken_from_the_first_and_lists_of_services_are_joined()
      throws Exception {
    Path place =
        LibraryClasses.write(
            jar(
                Map.of(
                    "MICRO-INF/runtime/a.jar",
                    library(MANIFEST, "one/A.class", "a", "META-INF/services/one.S", "one.A"),
                    "MICRO-INF/runtime/b.jar",
                    library(MANIFEST, "one/A.class", "b", "META-INF/services/one.S", "one.B"))));
    assertThat(place).isEqualTo(home.resolve("strikewire-classes-0.jar"));
    assertThat(content(place))
        .containsEntry("one/A.class", "a")
        .containsEntry("META-INF/services/one.S", "one.A\none.B\n")
        .containsKey(LibraryClasses.SIGN);
  }

  @Test
  void what_is_no_library_stays_as_it_is_and_what_speaks_of_one_is_left_out() throws Exception {
    assertThat(
            content(
                LibraryClasses.write(
                    jar(
                        Map.of(
                            "MICRO-INF/runtime/pool.rar",
                            library(MANIFEST),
                            "MICRO-INF/runtime/a.jar",
                            library(
                                MANIFEST,
                                "module-info.class",
                                "m",
                                "META-INF/A.SF",
                                "s",
                                "META-INF/maven/g/a/pom.xml",
                                "p",
                                "one/text.properties",
                                "t"))))))
        .containsOnlyKeys(
            JarFile.MANIFEST_NAME, "pool.rar", "one/text.properties", LibraryClasses.SIGN);
  }

  @Test
  void classes_for_a_later_jdk_come_only_from_libraries_that_declare_them() throws Exception {
    assertThat(
            content(
                LibraryClasses.write(
                    jar(
                        Map.of(
                            "MICRO-INF/runtime/a.jar",
                            library(VERSIONED, "META-INF/versions/11/one/A.class", "a"),
                            "MICRO-INF/runtime/b.jar",
                            library(MANIFEST, "META-INF/versions/11/one/B.class", "b"))))))
        .containsKey("META-INF/versions/11/one/A.class")
        .doesNotContainKey("META-INF/versions/11/one/B.class");
  }

  @Test
  void of_the_application_only_the_libraries_of_persistence_come_along() throws Exception {
    assertThat(
            content(
                LibraryClasses.write(
                    jar(
                        Map.of(
                            LibraryClasses.APPLICATION,
                            zip(
                                Map.of(
                                    "WEB-INF/lib/hibernate-core-6.jar",
                                    library(MANIFEST, "org/hibernate/A.class", "h"),
                                    "WEB-INF/lib/signals-ejb-0.1.0.jar",
                                    library(MANIFEST, "io/strikewire/B.class", "ours"),
                                    "WEB-INF/classes/io/strikewire/C.class",
                                    "ours".getBytes(StandardCharsets.UTF_8))))))))
        .containsKey("org/hibernate/A.class")
        .doesNotContainKeys("io/strikewire/B.class", "io/strikewire/C.class");
  }

  @Test
  void what_is_there_stays_as_the_jvm_knows_it() throws Exception {
    Path jar = jar(Map.of("MICRO-INF/runtime/a.jar", library(MANIFEST)));
    Path place = LibraryClasses.write(jar);
    Files.setLastModifiedTime(place, FileTime.fromMillis(0));
    assertThat(Files.getLastModifiedTime(LibraryClasses.write(jar)))
        .isEqualTo(FileTime.fromMillis(0));
  }

  private Path jar(Map<String, byte[]> carried) throws IOException {
    Map<String, byte[]> all = new TreeMap<>(carried);
    all.putIfAbsent(LibraryClasses.APPLICATION, zip(Map.of()));
    all.put(
        JarFile.MANIFEST_NAME,
        (MANIFEST + "Class-Path: strikewire-classes-0.jar\n").getBytes(StandardCharsets.UTF_8));
    return Files.write(home.resolve("strikewire.jar"), zip(all));
  }

  private static byte[] library(String manifest, String... files) throws IOException {
    Map<String, byte[]> all = new TreeMap<>();
    all.put(JarFile.MANIFEST_NAME, manifest.getBytes(StandardCharsets.UTF_8));
    for (int i = 0; i < files.length; i += 2) {
      all.put(files[i], files[i + 1].getBytes(StandardCharsets.UTF_8));
    }
    return zip(all);
  }

  /** The manifest comes first, as those who read a jar from its beginning expect. */
  private static byte[] zip(Map<String, byte[]> files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream entries = new ZipOutputStream(bytes)) {
      for (String name : new TreeMap<>(files).keySet()) {
        entries.putNextEntry(new ZipEntry(name));
        entries.write(files.get(name));
      }
    }
    return bytes.toByteArray();
  }

  private static Map<String, String> content(Path file) throws IOException {
    try (JarFile jar = new JarFile(file.toFile())) {
      return jar.stream().collect(Collectors.toMap(ZipEntry::getName, entry -> text(jar, entry)));
    }
  }

  private static String text(JarFile jar, ZipEntry entry) {
    try {
      return new String(jar.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }
}
