package io.strikewire.deploy.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** Who sees the libraries on the class path, and who does not. */
class SieveTest {

  private final ClassLoader everything = SieveTest.class.getClassLoader();
  private final ClassLoader sieve = new Sieve(everything, "org.assertj.core.api"::equals);

  @Test
  void a_package_that_comes_through_is_the_one_behind() throws Exception {
    assertThat(sieve.loadClass(Assertions.class.getName())).isSameAs(Assertions.class);
  }

  @Test
  void another_package_is_not_there_and_neither_are_its_files() throws Exception {
    assertThatThrownBy(() -> sieve.loadClass(Test.class.getName()))
        .isInstanceOf(ClassNotFoundException.class);
    String file = Test.class.getName().replace('.', '/') + ".class";
    assertThat(everything.getResource(file)).isNotNull();
    assertThat(sieve.getResource(file)).isNull();
    assertThat(Collections.list(sieve.getResources(file))).isEmpty();
  }

  @Test
  void the_jdk_is_seen_by_everybody() throws Exception {
    assertThat(sieve.loadClass("java.sql.Driver")).isSameAs(java.sql.Driver.class);
  }
}
