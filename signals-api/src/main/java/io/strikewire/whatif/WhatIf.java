package io.strikewire.whatif;

/** Answers questions given as text. Found by {@link java.util.ServiceLoader}. */
public interface WhatIf {

  /**
   * Answers one question.
   *
   * @param line a JSON object with {@code family, id, config, input}
   * @return a JSON object on one line: {@code id, family, output}, or {@code id, error} for a
   *     question that cannot be read. Never throws on any text.
   */
  String answer(String line);
}
