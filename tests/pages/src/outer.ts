// A page whose composer is in the frame named "composer", written in its markup; here is only the log.
window.bed.ready = true;

export {};
