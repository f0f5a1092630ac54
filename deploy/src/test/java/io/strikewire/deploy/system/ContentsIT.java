package io.strikewire.deploy.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** The artifact says what it is made of, and leaves nothing out. */
class ContentsIT {

  private static final Path JAR = Path.of("target", "strikewire.jar");

  @Test
  void every_library_in_the_artifact_is_listed_with_its_version_and_its_licence() throws Exception {
    assumeTrue(
        hasBill(), "the artifact was built offline: Maven then leaves its bills of materials out");
    RunningStrikewire.Ended licences = RunningStrikewire.run(Map.of(), "licences");
    assertThat(licences.code()).as(licences.said()).isZero();
    List<String> listed = licences.said().lines().toList();
    List<String> libraries = libraries();
    assertThat(libraries).hasSizeGreaterThan(30);
    for (String library : libraries) {
      assertThat(listed)
          .as(library)
          .anySatisfy(
              line -> {
                String[] part = line.split("  ")[0].split(":");
                assertThat(library).isEqualTo(part[1] + '-' + part[2] + ".jar");
              });
    }
    assertThat(listed)
        .anyMatch(line -> line.startsWith("fish.payara.extras:payara-micro:"))
        .noneMatch(line -> line.endsWith("none named") && !line.startsWith("io.strikewire:"));
  }

  private static boolean hasBill() throws IOException {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      return jar.getEntry("META-INF/sbom/deploy.cdx.xml") != null;
    }
  }

  /** The jars inside of the jar, and inside of the application in it. */
  private static List<String> libraries() throws IOException {
    List<String> names = new ArrayList<>();
    try (JarFile jar = new JarFile(JAR.toFile())) {
      for (JarEntry entry : jar.stream().toList()) {
        if (entry.getName().startsWith("runtime/lib/") && entry.getName().endsWith(".jar")) {
          names.add(entry.getName().substring("runtime/lib/".length()));
        }
        if (entry.getName().equals("runtime/app/ROOT.war")) {
          try (InputStream content = jar.getInputStream(entry);
              ZipInputStream war = new ZipInputStream(content)) {
            for (ZipEntry next = war.getNextEntry(); next != null; next = war.getNextEntry()) {
              if (next.getName().startsWith("WEB-INF/lib/") && next.getName().endsWith(".jar")) {
                names.add(next.getName().substring("WEB-INF/lib/".length()));
              }
            }
          }
        }
      }
    }
    return names;
  }
}
