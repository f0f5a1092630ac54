package io.strikewire.deploy;

import io.strikewire.deploy.boot.RuntimeFiles;
import io.strikewire.whatif.WhatIf;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code what-if FILE.jsonl}: answers questions to the decision core, one JSON object a line,
 * without a server and without a database. The rules are those of the service, from its own jars.
 */
@Command(
    name = "what-if",
    description = {
      "Answer questions to the decision core, one JSON object a line, without server or database.",
      "A line it cannot read is answered with its error, and the run goes on."
    },
    mixinStandardHelpOptions = true)
final class WhatIfCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", description = "questions as JSON lines; - reads standard input")
  private String file = "";

  @CommandLine.Spec private CommandLine.Model.CommandSpec command;

  @Override
  public Integer call() throws IOException {
    Path questions = Path.of(file);
    if (!file.equals("-") && !Files.isReadable(questions)) {
      command
          .commandLine()
          .getErr()
          .println("FILE: a file that can be read is accepted, was " + file);
      command.commandLine().getErr().flush();
      return CommandLine.ExitCode.USAGE;
    }
    RuntimeFiles files = RuntimeFiles.borrow();
    try {
      answer(files, questions);
    } finally {
      files.remove();
    }
    return CommandLine.ExitCode.OK;
  }

  private void answer(RuntimeFiles files, Path questions) throws IOException {
    try (RuleModules modules = RuleModules.of(files);
        BufferedReader lines =
            file.equals("-")
                ? new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
                : Files.newBufferedReader(questions);
        Writer answers =
            new BufferedWriter(
                new OutputStreamWriter(
                    new FileOutputStream(FileDescriptor.out), StandardCharsets.UTF_8))) {
      WhatIf core = modules.one(WhatIf.class);
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank()) {
          answers.write(core.answer(line));
          answers.write('\n');
        }
      }
    }
  }
}
