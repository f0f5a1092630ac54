/** Measures the way of a chain from bytes to the database. */
@org.jspecify.annotations.NullUnmarked
package io.strikewire.gex.store;
