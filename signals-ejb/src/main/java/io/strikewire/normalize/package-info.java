/** From what a sender wrote to what is meant, and whether it is to be decided on. */
@NullMarked
package io.strikewire.normalize;

import org.jspecify.annotations.NullMarked;
