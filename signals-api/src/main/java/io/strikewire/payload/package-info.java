/**
 * A sender's JSON object as plain values, and how fields are read from it with every mistake named.
 */
@NullMarked
package io.strikewire.payload;

import org.jspecify.annotations.NullMarked;
