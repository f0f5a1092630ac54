package io.strikewire.deploy;

import io.strikewire.whatif.WhatIf;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
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

  @Option(names = "--data", description = "where the runtime is unpacked (default: temporary)")
  private Path data = Path.of("");

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
    Path rules = Path.of(System.getProperty("strikewire.runtime")).resolve("rules");
    try (URLClassLoader modules =
            new URLClassLoader("rules", jars(rules), WhatIfCommand.class.getClassLoader());
        BufferedReader lines =
            file.equals("-")
                ? new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
                : Files.newBufferedReader(questions);
        Writer answers =
            new BufferedWriter(
                new OutputStreamWriter(
                    new FileOutputStream(FileDescriptor.out), StandardCharsets.UTF_8))) {
      // The calendar's library finds its own data by the thread's loader.
      Thread.currentThread().setContextClassLoader(modules);
      WhatIf core =
          ServiceLoader.load(WhatIf.class, modules)
              .findFirst()
              .orElseThrow(() -> new IllegalStateException("no rules in " + rules));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank()) {
          answers.write(core.answer(line));
          answers.write('\n');
        }
      }
    }
    return CommandLine.ExitCode.OK;
  }

  private static URL[] jars(Path folder) throws IOException {
    List<URL> urls = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path jar : files.sorted().toList()) {
        urls.add(jar.toUri().toURL());
      }
    }
    return urls.toArray(URL[]::new);
  }
}
