package io.strikewire.deploy;

import io.strikewire.deploy.boot.Contents;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What the artifact is made of and under which licences, from the bills of materials in it. */
@Command(
    name = "licences",
    mixinStandardHelpOptions = true,
    description = "Lists what this file is made of, and each part's licence.")
final class LicencesCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec command;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = Objects.requireNonNull(command).commandLine().getOut();
    Contents.ofTheJar().parts().forEach(part -> out.println(part.line()));
    out.flush();
    return 0;
  }
}
