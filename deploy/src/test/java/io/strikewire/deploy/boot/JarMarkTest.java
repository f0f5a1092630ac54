package io.strikewire.deploy.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose classes a cache has, which the JVM does not ask. */
class JarMarkTest {

  @TempDir private Path home;

  @Test
  void a_cache_is_taken_by_the_jar_it_is_of_wherever_that_lies() throws Exception {
    Path cache = cache("0000000000");
    JarMark.of(jar("one.jar", "one")).putBeside(cache);
    Path copy = jar("copy.jar", "one");
    Files.setLastModifiedTime(copy, FileTime.fromMillis(0));
    assertThat(JarMark.of(copy).mistake(cache)).isEmpty();
  }

  @Test
  void another_jar_of_the_same_length_and_time_refuses_it() throws Exception {
    Path cache = cache("0000000000");
    Path one = jar("one.jar", "one");
    Path two = jar("two.jar", "two");
    Files.setLastModifiedTime(two, Files.getLastModifiedTime(one));
    assertThat(Files.size(two)).isEqualTo(Files.size(one));
    JarMark.of(one).putBeside(cache);
    assertThat(JarMark.of(two).mistake(cache))
        .hasValue(cache + " is of another build than the jar that was started");
  }

  @Test
  void a_cache_that_nobody_marked_is_refused() throws Exception {
    Path cache = cache("a2ab0bf000000000");
    assertThat(JarMark.of(jar("one.jar", "one")).mistake(cache))
        .hasValue(cache + " has no classes.aot.of beside it");
  }

  @Test
  void an_archive_that_the_jvm_compares_itself_needs_no_mark() throws Exception {
    JarMark mark = JarMark.of(jar("one.jar", "one"));
    assertThat(mark.mistake(cache("a8ab0bf000000000"))).isEmpty();
    assertThat(mark.mistake(cache("f00baba800000000"))).isEmpty();
  }

  @Test
  void where_there_is_no_cache_nothing_is_wrong() throws Exception {
    assertThat(JarMark.of(jar("one.jar", "one")).mistake(home.resolve("none"))).isEmpty();
  }

  private Path cache(String hex) throws IOException {
    return Files.write(home.resolve("classes.aot"), HexFormat.of().parseHex(hex));
  }

  private Path jar(String name, String content) throws IOException {
    Path jar = home.resolve(name);
    try (ZipOutputStream entries = new ZipOutputStream(Files.newOutputStream(jar))) {
      entries.putNextEntry(new ZipEntry("Strikewire.class"));
      entries.write(content.getBytes(StandardCharsets.US_ASCII));
    }
    return jar;
  }
}
