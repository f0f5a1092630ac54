package io.strikewire.event;

/** Orders were placed, executed or withdrawn in the transaction under way. */
public record OrdersChanged() {}
