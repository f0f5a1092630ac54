/** Strict JSON in, canonical JSON out. */
@NullMarked
package io.strikewire.json;

import org.jspecify.annotations.NullMarked;
