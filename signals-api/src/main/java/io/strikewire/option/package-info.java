/** Option contracts, their quotes and their prices. */
@NullMarked
package io.strikewire.option;

import org.jspecify.annotations.NullMarked;
