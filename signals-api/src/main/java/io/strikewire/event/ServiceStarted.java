package io.strikewire.event;

/** The configuration is sound and the schema is there: work may begin. */
public record ServiceStarted() {}
