package io.strikewire.deploy.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** By what name a jar looks for its libraries' classes. */
class LibraryMarkTest {

  private static final String LIBRARY = LibraryClasses.SERVER + "a.jar";

  @TempDir private Path home;

  @BeforeEach
  void two_libraries_and_an_application() throws IOException {
    write(LIBRARY, "a");
    write(LibraryClasses.SERVER + "b.jar", "b");
    write(LibraryClasses.APPLICATION, "war");
  }

  @Test
  void the_same_libraries_have_the_same_mark_whatever_else_there_is() throws Exception {
    String mark = LibraryMark.of(home);
    write("META-INF/notes", "another build's");
    assertThat(mark).matches("[0-9a-f]{16}").isEqualTo(LibraryMark.of(home));
  }

  @Test
  void a_library_that_changes_changes_the_mark_and_so_does_one_of_another_name() throws Exception {
    String mark = LibraryMark.of(home);
    write(LIBRARY, "c");
    String changed = LibraryMark.of(home);
    Files.move(home.resolve(LIBRARY), home.resolve(LibraryClasses.SERVER + "c.jar"));
    assertThat(LibraryMark.of(home)).isNotIn(mark, changed);
    assertThat(changed).isNotEqualTo(mark);
  }

  @Test
  void so_does_the_application_and_the_way_they_are_written() throws Exception {
    String mark = LibraryMark.of(home);
    write(LibraryClasses.APPLICATION, "another");
    String changed = LibraryMark.of(home);
    write("io/strikewire/deploy/boot/LibraryClasses.class", "another");
    assertThat(LibraryMark.of(home)).isNotIn(mark, changed);
    assertThat(changed).isNotEqualTo(mark);
  }

  @Test
  void the_manifest_of_the_jar_names_it() throws Exception {
    Path file = home.resolve("of/MANIFEST.MF");
    LibraryMark.main(new String[] {home.toString(), file.toString()});
    try (var content = Files.newInputStream(file)) {
      assertThat(new Manifest(content).getMainAttributes().getValue(Attributes.Name.CLASS_PATH))
          .isEqualTo("strikewire-classes-" + LibraryMark.of(home) + ".jar");
    }
  }

  private void write(String name, String content) throws IOException {
    Path file = home.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }
}
