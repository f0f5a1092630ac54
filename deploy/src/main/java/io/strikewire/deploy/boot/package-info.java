/** The first class that runs: unpacks the runtime once and separates the class loaders. */
package io.strikewire.deploy.boot;
