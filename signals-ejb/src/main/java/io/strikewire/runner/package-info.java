/** One signal at a time, in its own transaction, under its portfolio's lock. */
@NullMarked
package io.strikewire.runner;

import org.jspecify.annotations.NullMarked;
